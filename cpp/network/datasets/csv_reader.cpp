#include <algorithm>
#include <optional>
#include <utility>

#include "core/decimal.h"
#include "network/datasets/csv.h"
#include "network/datasets/csv_scanner.h"
#include "network/datasets/csv_separator.h"
#include "network/validate.h"

namespace lab {

namespace {

bool is_finite(float number) {
  return number - number == 0;
}

/// The classes met so far.
class Classes {
 public:
  /// Its index; nothing if it would be one too many. Numbers that are equal are the same class, however
  /// written.
  std::optional<std::size_t> index_of(const std::string& label, std::optional<float> number,
                                      std::size_t limit) {
    for (std::size_t i = 0; i < classes_.size(); ++i) {
      const Class& known = classes_[i];
      if (number && known.number ? *number == *known.number : label == known.label) return i;
    }
    if (classes_.size() == limit) return std::nullopt;
    classes_.push_back({label, number});
    return classes_.size() - 1;
  }

  /// Brings classes that are numbers into ascending order, as the targets already given.
  void sort(std::vector<float>& targets) {
    const auto is_number = [](const Class& known) { return known.number.has_value(); };
    if (!std::all_of(classes_.begin(), classes_.end(), is_number)) return;
    std::vector<float> ranks(classes_.size());
    for (std::size_t i = 0; i < classes_.size(); ++i)
      for (const Class& other : classes_) ranks[i] += *other.number < *classes_[i].number ? 1.0f : 0.0f;
    for (float& target : targets) target = ranks[static_cast<std::size_t>(target)];
    std::vector<Class> sorted(classes_.size());
    for (std::size_t i = 0; i < classes_.size(); ++i) {
      Class& known = sorted[static_cast<std::size_t>(ranks[i])];
      known.number = classes_[i].number;
      append_float(known.label, *known.number);
    }
    classes_ = std::move(sorted);
  }

  [[nodiscard]] std::vector<std::string> labels() const {
    std::vector<std::string> labels;
    for (const Class& known : classes_) labels.push_back(known.label);
    return labels;
  }

 private:
  struct Class {
    std::string label;
    std::optional<float> number;
  };

  std::vector<Class> classes_;
};

class CsvReader {
 public:
  CsvReader(std::string_view text, const CsvOptions& options)
      : options_(options), separator_(detect_separator(text)), scanner_(text, separator_) {}

  CsvReading read() {
    if (next_row() && check_columns()) {
      columns_.resize(row_.size() - 1);
      bool more = true;
      if (begins_with_header()) {
        read_header();
        more = next_row();
      }
      while (more && reading_.problems.size() < max_csv_problems && read_row()) more = next_row();
    }
    if (reading_.problems.empty()) finish();
    return std::move(reading_);
  }

 private:
  void add(CsvProblemCode code, std::size_t line, std::size_t column, std::size_t limit = 0) {
    if (reading_.problems.size() < max_csv_problems)
      reading_.problems.push_back({.code = code, .line = line, .column = column, .limit = limit});
  }

  /// False at the end, and (with a problem) where a quote is wrong.
  bool next_row() {
    const CsvScanner::Result result = scanner_.next(row_);
    if (result == CsvScanner::Result::unclosed_quote)
      add(CsvProblemCode::unclosed_quote, row_.back().line, row_.size());
    else if (result == CsvScanner::Result::text_after_quote)
      add(CsvProblemCode::text_after_quote, row_.back().line, row_.size());
    return result == CsvScanner::Result::row;
  }

  /// Of the first row.
  bool check_columns() {
    const std::size_t count = row_.size(), line = row_[0].line;
    if (count < 2)
      add(CsvProblemCode::too_few_columns, line, count + 1, 2);
    else if (count > max_columns + 1)
      add(CsvProblemCode::too_many_columns, line, max_columns + 2, max_columns + 1);
    else if (options_.target_column > count)
      add(CsvProblemCode::no_such_column, 0, 0, count);
    target_ = (options_.target_column == 0 ? count : options_.target_column) - 1;
    return reading_.problems.empty();
  }

  [[nodiscard]] bool must_be_number(std::size_t column) const {
    return column != target_ || options_.target == CsvTarget::values;
  }

  [[nodiscard]] bool begins_with_header() const {
    if (options_.header != CsvHeader::detect) return options_.header == CsvHeader::present;
    for (std::size_t column = 0; column < row_.size(); ++column)
      if (must_be_number(column) && !row_[column].text.empty() && !number_in(row_[column].text)) return true;
    return false;
  }

  void read_header() {
    for (std::size_t column = 0; column < row_.size(); ++column) {
      if (column == target_)
        reading_.names.target = std::move(row_[column].text);
      else
        reading_.names.inputs.push_back(std::move(row_[column].text));
    }
  }

  [[nodiscard]] std::optional<float> number_in(std::string text) const {
    if (separator_ == ';' && text.find('.') == std::string::npos)
      if (const std::size_t comma = text.find(','); comma != std::string::npos) text[comma] = '.';
    return read_float(text);
  }

  /// False if nothing more is worth reading.
  bool read_row() {
    const std::size_t count = columns_.size() + 1;
    if (row_.size() != count) {
      const std::size_t column = std::min(row_.size(), count) + 1;
      add(CsvProblemCode::uneven_row, row_[0].line, column, count);
      return true;
    }
    if (targets_.size() == max_samples) {
      add(CsvProblemCode::too_many_rows, row_[0].line, 1, max_samples);
      return false;
    }
    std::size_t input = 0;
    for (std::size_t column = 0; column < count; ++column) {
      if (must_be_number(column)) {
        std::vector<float>& numbers = column == target_ ? targets_ : columns_[input++];
        numbers.push_back(read_number(column));
      } else if (!read_class(column)) {
        return false;
      }
    }
    return true;
  }

  float read_number(std::size_t column) {
    const CsvField& field = row_[column];
    const std::optional<float> number = number_in(field.text);
    if (field.text.empty())
      add(CsvProblemCode::missing_value, field.line, column + 1);
    else if (!number)
      add(CsvProblemCode::not_a_number, field.line, column + 1);
    else if (!is_finite(*number))
      add(CsvProblemCode::number_too_large, field.line, column + 1);
    return number.value_or(0.0f);
  }

  bool read_class(std::size_t column) {
    const CsvField& field = row_[column];
    targets_.push_back(0);
    if (field.text.empty()) {
      add(CsvProblemCode::missing_value, field.line, column + 1);
      return true;
    }
    std::optional<float> number = number_in(field.text);
    if (number && !is_finite(*number)) number.reset();
    const std::optional<std::size_t> index = classes_.index_of(field.text, number, options_.class_limit);
    if (index)
      targets_.back() = static_cast<float>(*index);
    else
      add(CsvProblemCode::too_many_classes, field.line, column + 1, options_.class_limit);
    return index.has_value();
  }

  void finish() {
    if (targets_.empty()) return add(CsvProblemCode::no_rows, 0, 0);
    if (options_.target == CsvTarget::classes) classes_.sort(targets_);
    reading_.names.classes = classes_.labels();
    Samples& samples = reading_.samples;
    samples.columns = columns_.size();
    samples.inputs.reserve(columns_.size() * targets_.size());
    for (const std::vector<float>& column : columns_)
      samples.inputs.insert(samples.inputs.end(), column.begin(), column.end());
    samples.targets = std::move(targets_);
  }

  const CsvOptions& options_;
  char separator_;
  CsvScanner scanner_;
  std::vector<CsvField> row_;
  std::size_t target_ = 0;
  std::vector<std::vector<float>> columns_;
  std::vector<float> targets_;
  Classes classes_;
  CsvReading reading_;
};

}  // namespace

CsvReading read_csv(std::string_view text, const CsvOptions& options) {
  if (text.size() > max_csv_size) {
    CsvReading reading;
    reading.problems.push_back({.code = CsvProblemCode::too_large, .limit = max_csv_size});
    return reading;
  }
  constexpr std::string_view byte_order_mark = "\xef\xbb\xbf";
  if (text.substr(0, byte_order_mark.size()) == byte_order_mark) text.remove_prefix(byte_order_mark.size());
  return CsvReader(text, options).read();
}

}  // namespace lab
