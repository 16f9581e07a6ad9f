#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "sendcap/scenario/language/shape.hpp"

namespace sendcap::scenario {

/// Gives every struct a title of its own, though two may call themselves alike.
class Titles {
 public:
  /// `clinic`, or `clinic 2` for another struct that calls itself so too.
  const std::string& of(const StructShape& shape);
  /// The title, or with a number when it was given out before.
  std::string unused(std::string_view title);
  /// Whether `of` has been asked about this struct before.
  [[nodiscard]] bool known(const StructShape& shape) const { return titles_.count(&shape) != 0; }

 private:
  std::map<const StructShape*, std::string> titles_;
  std::map<std::string, int, std::less<>> used_;
};

/// In small letters with hyphens for spaces, as links and JSON pointers like it.
[[nodiscard]] std::string slug(std::string_view title);

/// One way in which a block may be written: its kind, if any, and the fields it then has.
struct BlockForm {
  std::string_view kind;
  std::vector<const FieldShape*> fields;
  std::vector<const StructShape*> owners;  ///< the struct that declares each field
};

/// All forms of a struct's block: one, or one for each kind.
[[nodiscard]] std::vector<BlockForm> block_forms(const StructShape& shape);

/// The default of a field as it would be written; null when there is none worth telling.
[[nodiscard]] Node default_node(const StructShape& owner, const FieldShape& field);

}  // namespace sendcap::scenario
