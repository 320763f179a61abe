# Included by the folder above, as that of the network.
target_sources(activation_lab PRIVATE
  analysis/training/confusion.cpp
  analysis/training/effective_rank.cpp
  analysis/training/gradient_grid.cpp
  analysis/training/histogram.cpp
  analysis/training/inspection.cpp
  analysis/training/layer_statistics.cpp
  analysis/training/life_log.cpp
  analysis/training/linear_stack.cpp
  analysis/training/observation.cpp
  analysis/training/observation_hashes.cpp
  analysis/training/observer.cpp
  analysis/training/scatter_matrix.cpp
  analysis/training/sign_agreement.cpp
  analysis/training/symmetric_eigenvalues.cpp
  analysis/training/trace.cpp
)
