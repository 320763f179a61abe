#pragma once

#include <concepts>
#include <cstddef>
#include <string_view>

#include "core/random.h"
#include "network/catalogue_info.h"
#include "network/samples.h"

namespace lab {

/// A name in English and Chinese.
struct BilingualName {
  std::string_view name;
  std::string_view name_zh;
};

/// A column of measured numbers. The network sees (measured - centre) / scale, which is of the order of 1.
struct ColumnInfo {
  BilingualName label;
  std::string_view unit;
  double centre;
  double scale;
};

/// What noise acts on. `targets`: the class or the value belongs to a place beside the point, or is itself
/// moved; the points stay where they are.
enum class NoiseEffect { none, inputs, targets };

struct DatasetInfo {
  ChoiceInfo choice;
  StaticList<Task, 4> tasks;
  /// Numbers per sample.
  std::size_t columns = 2;
  /// Of measured data: one for each column, or a single one for all pixels of an image.
  StaticList<ColumnInfo, 4> measured = {};
  /// The columns are the pixels of an image so wide, row by row from the top; 0: they are not.
  std::size_t image_width = 0;
  /// Classes 0, 1 ... there are, or can be asked for; both 0: the targets are values.
  std::size_t fewest_classes = 0;
  std::size_t most_classes = 0;
  /// Empty: the classes have no names.
  StaticList<BilingualName, max_classes> class_names = {};
  /// Samples there are; 0: as many as are asked for.
  std::size_t fixed_size = 0;
  NoiseEffect noise = NoiseEffect::none;
  /// False: all samples are training data.
  bool splits = true;
  /// Inputs lie in about [-extent, extent].
  double extent = 6;
  /// f(x), which can be another one; empty: it has no formula.
  std::string_view formula = {};
  /// Of measured data. `choice.paper` is their source.
  std::string_view licence = {};
};

class CurveFormula;

/// What samples are made from.
struct DatasetArguments {
  std::size_t samples;
  /// 0 if the targets are values.
  std::size_t classes;
  /// 0 to 1; 0: none.
  double noise;
  /// In the order of the info.
  const double* parameters;
  /// For everything but noise.
  Random& random;
  /// Apart, so that more noise moves the same points further.
  Random& noise_random;
  /// Of data sets with a formula; null for the others.
  const CurveFormula* formula = nullptr;
};

struct LabelledPoint {
  double x1;
  double x2;
  /// Class or value.
  double target;
};

/// Points of the plane, one after the other: `index` counts from 0 to `samples` - 1.
template <class D>
concept PointDataset = requires(const DatasetArguments& arguments, std::size_t index) {
  { D::info } -> std::convertible_to<const DatasetInfo&>;
  { D::point(arguments, index) } -> std::same_as<LabelledPoint>;
};

/// A function of one number.
template <class D>
concept CurveDataset = requires(double x, const double* parameters) {
  { D::info } -> std::convertible_to<const DatasetInfo&>;
  { D::value(x, parameters) } -> std::same_as<double>;
};

/// Measured numbers, each row with its class.
template <class D>
concept TableDataset = requires(std::size_t row, std::size_t column) {
  { D::info } -> std::convertible_to<const DatasetInfo&>;
  { D::measured(row, column) } -> std::same_as<double>;
  { D::label(row) } -> std::same_as<std::size_t>;
};

/// Makes all samples, in an order that has a system.
using MakeSamples = Samples (*)(const DatasetArguments& arguments);

}  // namespace lab
