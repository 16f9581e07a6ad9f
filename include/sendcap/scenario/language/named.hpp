#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace sendcap::scenario {

/// The name of a named block; of a variant, the name of what it holds.
template <class T>
[[nodiscard]] const std::string& name_of(const T& item) {
  return item.name;
}
template <class... Ts>
[[nodiscard]] const std::string& name_of(const std::variant<Ts...>& item) {
  return std::visit([](const auto& held) -> const std::string& { return held.name; }, item);
}

/// Blocks by name, in the order of the file. `T` has the members `std::string name` and `Place place`, which
/// the reader fills, or is a variant of such structs.
template <class T>
class Named {
 public:
  using value_type = T;
  using iterator = typename std::vector<T>::iterator;
  using const_iterator = typename std::vector<T>::const_iterator;

  [[nodiscard]] iterator begin() { return items_.begin(); }
  [[nodiscard]] iterator end() { return items_.end(); }
  [[nodiscard]] const_iterator begin() const { return items_.begin(); }
  [[nodiscard]] const_iterator end() const { return items_.end(); }
  [[nodiscard]] std::size_t size() const { return items_.size(); }
  [[nodiscard]] bool empty() const { return items_.empty(); }
  [[nodiscard]] T& operator[](std::size_t index) { return items_[index]; }
  [[nodiscard]] const T& operator[](std::size_t index) const { return items_[index]; }
  [[nodiscard]] T& back() { return items_.back(); }
  [[nodiscard]] const T& back() const { return items_.back(); }
  void push_back(T item) { items_.push_back(std::move(item)); }
  iterator erase(const_iterator position) { return items_.erase(position); }
  void clear() { items_.clear(); }

  /// Where the block of that name stands, if there is one.
  [[nodiscard]] std::optional<std::size_t> index_of(std::string_view name) const {
    for (std::size_t index = 0; index < items_.size(); ++index) {
      if (name_of(items_[index]) == name) return index;
    }
    return std::nullopt;
  }
  /// The block of that name, or null.
  [[nodiscard]] const T* find(std::string_view name) const {
    const auto index = index_of(name);
    return index ? &items_[*index] : nullptr;
  }
  [[nodiscard]] T* find(std::string_view name) {
    const auto index = index_of(name);
    return index ? &items_[*index] : nullptr;
  }
  /// All names in order.
  [[nodiscard]] std::vector<std::string_view> names() const {
    std::vector<std::string_view> result;
    result.reserve(items_.size());
    for (const T& item : items_) result.push_back(name_of(item));
    return result;
  }

 private:
  std::vector<T> items_;
};

}  // namespace sendcap::scenario
