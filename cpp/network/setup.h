#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

namespace lab {

inline constexpr std::size_t max_layers = 64;
inline constexpr std::size_t max_width = 256;
inline constexpr std::size_t max_columns = 256;
inline constexpr std::size_t max_classes = 10;
inline constexpr std::size_t max_batch_size = 4096;
/// Seeds and step counts are exact in JSON.
inline constexpr std::uint64_t max_seed = (std::uint64_t{1} << 53) - 1;
/// Most parameters any loss, optimiser or initialiser has.
inline constexpr std::size_t max_choice_parameters = 4;

/// What the first layer sees of a sample.
enum class Feature { x1, x2, x1_squared, x2_squared, x1_x2, sin_x1, sin_x2, cos_x1, cos_x2 };

enum class Task { binary, multi_class, regression, curve };

/// How the two classes of a binary task become target numbers. `automatic`: -1 and 1 for the hinge loss, and
/// for the squared and Huber losses if the output can be negative; 0 and 1 otherwise.
enum class TargetCoding { automatic, zero_one, minus_one_one };

enum class Normalization { none, layer, batch };

enum class ScheduleKind { constant, step, cosine, warm_up };

/// What becomes of the samples left over at the end of an epoch that do not fill a batch.
enum class Leftover { keep, drop };

/// One entry of a catalogue, with its parameters in the order of that entry's `info.parameters`.
struct Choice {
  std::string key;
  std::array<double, max_choice_parameters> parameters{};

  friend bool operator==(const Choice&, const Choice&) = default;
};

/// A fully connected layer: a = f(norm(W x + b)), plus x if `residual`.
struct LayerSetup {
  /// 1 to max_width.
  std::size_t width = 4;
  Choice activation;
  bool bias = true;
  Normalization normalization = Normalization::none;
  /// Needs as many units as the layer before it.
  bool residual = false;
  Choice initializer;
  /// Scales the initial weights of the initialisers that have a gain; 0: PyTorch's `calculate_gain` for the
  /// activation (1 where PyTorch has none).
  double gain = 0;

  friend bool operator==(const LayerSetup&, const LayerSetup&) = default;
};

/// The factor on the learning rate as a function of the step.
struct Schedule {
  ScheduleKind kind = ScheduleKind::constant;
  /// step: steps between two changes; cosine: steps until the end; warm_up: steps until the full rate.
  std::uint64_t steps = 1000;
  /// step: what the rate is multiplied by; cosine: the factor at the end.
  double factor = 0.1;

  friend bool operator==(const Schedule&, const Schedule&) = default;
};

/// What may change while training, without a reset.
struct HyperParameters {
  double learning_rate = 0.03;
  /// Parameters of the optimiser, such as betas, in the order of its info.
  std::array<double, max_choice_parameters> optimizer{};
  Schedule schedule;
  /// Upper limit of the norm of the whole gradient; 0: none.
  double clip_norm = 0;
  /// Adds l1 * sum |w| + l2 / 2 * sum w^2 over all weights, not the biases, to the loss that is minimised.
  double l1 = 0;
  double l2 = 0;

  friend bool operator==(const HyperParameters&, const HyperParameters&) = default;
};

/// Everything a training run is made of except its data. Plain data; `validate` says whether it makes sense.
struct Setup {
  Task task = Task::binary;
  /// Of `multi_class`: 2 to max_classes. The last layer must be as wide.
  std::size_t classes = 3;
  TargetCoding target_coding = TargetCoding::automatic;
  /// Numbers per sample in the data.
  std::size_t columns = 2;
  /// Empty: the columns themselves.
  std::vector<Feature> features;
  /// The last one is the output layer.
  std::vector<LayerSetup> layers;
  Choice loss;
  /// Key of the optimiser; its parameters are in `hyper`.
  std::string optimizer;
  HyperParameters hyper;
  /// 0: all training data at once.
  std::size_t batch_size = 10;
  Leftover leftover = Leftover::keep;
  /// A new order of the samples each epoch; otherwise that of the data.
  bool shuffle = true;
  std::uint64_t seed = 1;
  std::uint64_t shuffle_seed = 1;

  friend bool operator==(const Setup&, const Setup&) = default;
};

/// How many numbers the first layer sees.
std::size_t input_width(const Setup& setup);

/// A layer with bias and Xavier uniform weights.
LayerSetup make_layer(std::size_t width, std::string_view activation);

/// A binary classifier of the given hidden layers with one logit, trained by BCE and SGD.
Setup make_setup(std::initializer_list<std::size_t> hidden, std::string_view activation);

/// A choice with its parameters at their initial values. All zero if no catalogue has the key.
Choice choose_activation(std::string_view key);
Choice choose_initializer(std::string_view key);
Choice choose_loss(std::string_view key);
/// Learning rate and parameters at PyTorch's defaults.
void choose_optimizer(Setup& setup, std::string_view key);

}  // namespace lab
