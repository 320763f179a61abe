# Included by the folder above, not a subdirectory: catalogues name their headers as everyone includes them.
target_sources(activation_lab PRIVATE
  network/data_table.cpp
  network/datasets/create_trainer.cpp
  network/datasets/csv_json.cpp
  network/datasets/csv_reader.cpp
  network/datasets/csv_scanner.cpp
  network/datasets/csv_separator.cpp
  network/datasets/csv_writer.cpp
  network/datasets/data_setup.cpp
  network/datasets/data_setup_json.cpp
  network/datasets/dataset_hashes.cpp
  network/datasets/formula/formula.cpp
  network/datasets/formula/formula_functions.cpp
  network/datasets/formula/formula_parser.cpp
  network/datasets/formula/formula_scanner.cpp
  network/datasets/registry.cpp
  network/datasets/sampling.cpp
  network/datasets/split.cpp
  network/decision.cpp
  network/describe_choices.cpp
  network/describe_scenes.cpp
  network/describe_trainer.cpp
  network/divergence.cpp
  network/epoch.cpp
  network/fields.cpp
  network/float_text.cpp
  network/grid.cpp
  network/grid_points.cpp
  network/initial_parameters.cpp
  network/initializers/gain.cpp
  network/initializers/orthogonal_rows.cpp
  network/initializers/registry.cpp
  network/input_features.cpp
  network/layer_activation.cpp
  network/losses/registry.cpp
  network/layer_kernels.cpp
  network/network.cpp
  network/normalization.cpp
  network/optimizers/registry.cpp
  network/passes.cpp
  network/penalties.cpp
  network/problem.cpp
  network/samples.cpp
  network/scene_hashes.cpp
  network/scenes.cpp
  network/schedule.cpp
  network/setup.cpp
  network/setup_json.cpp
  network/stop_rule.cpp
  network/trainer.cpp
  network/trainer_document.cpp
  network/trainer_samples.cpp
  network/validate.cpp
  network/workspace.cpp
)
# A program that only trains is not made to hold what else there is to say of an activation.
add_catalogue(activation_lab FOLDER activations/catalog ENTRY LayerActivation LIST layer_activations
  REGISTRY network/layer_activation.h NAMESPACE layer)
# Activations are called sine, step and sinc too.
add_catalogue(activation_lab FOLDER network/datasets/catalog ENTRY DatasetEntry LIST datasets
  TYPES DatasetTypes TYPES_HEADER dataset_types.h NAMESPACE dataset SMALL)
add_catalogue(activation_lab FOLDER network/losses/catalog ENTRY LossEntry LIST losses
  TYPES LossTypes TYPES_HEADER loss_types.h)
add_catalogue(activation_lab FOLDER network/optimizers/catalog ENTRY OptimizerEntry LIST optimizers
  TYPES OptimizerTypes TYPES_HEADER optimizer_types.h)
add_catalogue(activation_lab FOLDER network/initializers/catalog ENTRY InitializerEntry LIST initializers
  TYPES InitializerTypes TYPES_HEADER initializer_types.h SMALL)
