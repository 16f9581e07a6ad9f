#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace sendcap::scenario {

/// Everything that can be wrong with a scenario. The number is part of the promise to users: it is shown as
/// `SEND-207`, stands in the catalogue of errors, and never changes its meaning.
enum class Code : std::uint16_t {
  // 1xx: the text of a file
  syntax = 101,
  duplicate_key = 102,
  second_document = 103,
  empty_file = 104,
  tag = 105,
  nesting = 106,
  too_large = 107,
  not_utf8 = 108,
  merge_key = 109,
  alias = 110,
  key_not_text = 111,
  csv = 112,
  include_missing = 121,
  include_outside = 122,
  include_cycle = 123,
  include_clash = 124,
  include_not_mapping = 125,
  // 2xx: one field
  missing_field = 201,
  wrong_type = 202,
  missing_unit = 203,
  unknown_unit = 204,
  malformed = 205,
  out_of_range = 206,
  unknown_key = 207,
  unknown_word = 208,
  unknown_kind = 209,
  duplicate_name = 210,
  bad_range = 211,
  bad_changes = 212,
  bad_date = 213,
  empty_value = 214,
  // 3xx: fields together
  unknown_name = 301,
  inconsistent = 302,
  no_way_out = 303,
  never_reached = 304,
  no_time_passes = 305,
  // 4xx: overrides on the command line
  override_syntax = 401,
  override_path = 402,
};

/// `SEND-207`.
[[nodiscard]] std::string to_string(Code code);

/// One entry of the catalogue of errors.
struct CodeEntry {
  Code code;
  std::string_view title;
  std::string_view advice;  ///< what to do, one sentence
};

/// All codes in the order of their numbers.
[[nodiscard]] std::span<const CodeEntry> error_catalogue();

/// The catalogue as a page of the documentation.
[[nodiscard]] std::string error_catalogue_markdown();

}  // namespace sendcap::scenario
