#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "sendcap/model/child.hpp"
#include "sendcap/model/model.hpp"

namespace sendcap::report {

// What is said of a child.

// An attribute of children, such as `district`, and the names of its values.
struct AttributeWords {
  std::string title;
  std::size_t index = 0;  // into Child::attributes
  std::vector<std::string> values;
};

// All attributes of a model's children, read off the groups by which its results are given.
[[nodiscard]] std::vector<AttributeWords> attribute_words(const model::Model& model);

// The names of flags, with `; ` between them.
[[nodiscard]] std::string flag_words(const model::Model& model, std::uint32_t flags);

// Who a child is, under every plan: `3fa09c01-00000011`.
[[nodiscard]] std::string child_id(std::uint32_t source, std::uint32_t number);

// Whether the children of a model have ages: those of textbook queues have none.
[[nodiscard]] bool has_ages(const model::Model& model);

}  // namespace sendcap::report
