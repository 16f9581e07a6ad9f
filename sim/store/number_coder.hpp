#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace sendcap::store {

// What writer and reader of numbers both remember of those before.
struct CoderMemory {
  std::uint64_t previous = 0;            // the bits of the number before
  std::int64_t whole = 0;                // the last whole number
  std::int64_t sevenths = 0;             // the last that was a number of sevenths
  std::array<std::uint64_t, 256> met{};  // bits of other numbers, by their hash
};

// Appends numbers to bytes.
class NumberWriter {
 public:
  explicit NumberWriter(std::string& bytes) : bytes_(bytes) {}
  void count(std::uint64_t number);
  // How many, then each.
  void numbers(const std::vector<double>& values);

 private:
  void one(double value, std::uint64_t bits);
  void put(unsigned byte) { bytes_.push_back(static_cast<char>(byte)); }

  std::string& bytes_;
  CoderMemory memory_;
};

// Takes them back. After `good` is false nothing that was read means anything.
class NumberReader {
 public:
  explicit NumberReader(std::string_view bytes) : bytes_(bytes) {}
  [[nodiscard]] std::uint64_t count();
  [[nodiscard]] std::vector<double> numbers();
  [[nodiscard]] bool good() const { return good_; }
  [[nodiscard]] bool at_end() const { return at_ == bytes_.size(); }

 private:
  [[nodiscard]] std::uint64_t one(unsigned token);
  [[nodiscard]] unsigned take();

  std::string_view bytes_;
  std::size_t at_ = 0;
  bool good_ = true;
  CoderMemory memory_;
};

}  // namespace sendcap::store
