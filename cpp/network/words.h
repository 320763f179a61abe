#pragma once

#include <string_view>

#include "network/setup.h"

namespace lab {

/// An enumerator and the word that stands for it in JSON.
template <class Enum>
struct Word {
  Enum value;
  std::string_view text;
};

inline constexpr Word<Feature> feature_words[] = {{Feature::x1, "x1"},
                                                  {Feature::x2, "x2"},
                                                  {Feature::x1_squared, "x1_squared"},
                                                  {Feature::x2_squared, "x2_squared"},
                                                  {Feature::x1_x2, "x1_x2"},
                                                  {Feature::sin_x1, "sin_x1"},
                                                  {Feature::sin_x2, "sin_x2"},
                                                  {Feature::cos_x1, "cos_x1"},
                                                  {Feature::cos_x2, "cos_x2"}};

inline constexpr Word<Task> task_words[] = {{Task::binary, "binary"},
                                            {Task::multi_class, "multi_class"},
                                            {Task::regression, "regression"},
                                            {Task::curve, "curve"}};

inline constexpr Word<TargetCoding> target_coding_words[] = {{TargetCoding::automatic, "automatic"},
                                                             {TargetCoding::zero_one, "zero_one"},
                                                             {TargetCoding::minus_one_one, "minus_one_one"}};

inline constexpr Word<Normalization> normalization_words[] = {
    {Normalization::none, "none"}, {Normalization::layer, "layer"}, {Normalization::batch, "batch"}};

inline constexpr Word<ScheduleKind> schedule_words[] = {{ScheduleKind::constant, "constant"},
                                                        {ScheduleKind::step, "step"},
                                                        {ScheduleKind::cosine, "cosine"},
                                                        {ScheduleKind::warm_up, "warm_up"}};

inline constexpr Word<Leftover> leftover_words[] = {{Leftover::keep, "keep"}, {Leftover::drop, "drop"}};

template <class Enum, std::size_t count>
constexpr std::string_view word_of(Enum value, const Word<Enum> (&words)[count]) {
  for (const Word<Enum>& word : words)
    if (word.value == value) return word.text;
  return {};
}

}  // namespace lab
