#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "network/samples.h"
#include "network/setup.h"

namespace lab {

/// A longer text is refused.
inline constexpr std::size_t max_csv_size = std::size_t{16} << 20;
/// After so many wrong fields the rest is not looked at.
inline constexpr std::size_t max_csv_problems = 10;

enum class CsvProblemCode {
  /// More bytes than `limit`.
  too_large,
  /// Nothing but a header, or not even that.
  no_rows,
  /// More rows than `limit`.
  too_many_rows,
  /// Fewer columns than `limit`: there must be an input and a target.
  too_few_columns,
  /// More columns than `limit`.
  too_many_columns,
  /// The row has not as many fields as the first one, which has `limit`; `column` is the first one that is
  /// missing or too many.
  uneven_row,
  /// A quoted field begins here and never ends.
  unclosed_quote,
  /// Something follows the closing quote of this field.
  text_after_quote,
  /// An empty field.
  missing_value,
  not_a_number,
  /// A number that no float can hold.
  number_too_large,
  /// More different classes than `limit`.
  too_many_classes,
  /// The target column of the options does not exist; there are `limit`.
  no_such_column,
};

struct CsvProblem {
  CsvProblemCode code;
  /// Where the field (or the row, if it is about a row) begins; both count from 1, lines as a text editor
  /// does. 0: it is about the text as a whole.
  std::size_t line = 0;
  std::size_t column = 0;
  std::size_t limit = 0;

  friend bool operator==(const CsvProblem&, const CsvProblem&) = default;
};

enum class CsvTarget { classes, values };

/// `detect`: the first row is a header if a field that must be a number is none.
enum class CsvHeader { detect, present, absent };

struct CsvOptions {
  CsvTarget target = CsvTarget::classes;
  /// Counted from 1; 0: the last one.
  std::size_t target_column = 0;
  /// 2 to max_classes.
  std::size_t class_limit = max_classes;
  CsvHeader header = CsvHeader::detect;
};

struct CsvNames {
  /// One for each input, or empty.
  std::vector<std::string> inputs;
  std::string target;
  /// What class 0, 1, 2 ... is called; empty if the targets are values.
  std::vector<std::string> classes;

  friend bool operator==(const CsvNames&, const CsvNames&) = default;
};

struct CsvReading {
  /// Meaningful only without problems.
  Samples samples;
  /// `inputs` and `target` are empty if there is no header.
  CsvNames names;
  std::vector<CsvProblem> problems;
};

/// Reads points from comma-separated values (RFC 4180): one sample per row, all columns but the target's are
/// inputs.
///
/// The separator is that of comma, semicolon, tab and bar which cuts the first rows into equally many fields.
/// Lines end with LF, CR LF or CR; empty ones, a byte order mark and blanks around fields that are not quoted
/// are ignored. Numbers have a decimal point, or, where semicolons separate, a decimal comma; each is the
/// float nearest to the decimal. Classes are numbered in ascending order of their labels if all of these are
/// numbers, else in the order of their first appearance.
CsvReading read_csv(std::string_view text, const CsvOptions& options = {});

/// The samples with a header, target last, one line each, so that `read_csv` gives them back with the same
/// bits. Inputs without names are x1, x2 ...; without names of classes, the targets are written as numbers.
std::string write_csv(const Samples& samples, const CsvNames& names = {});

}  // namespace lab
