#include "number_coder.hpp"

#include <cmath>
#include <cstring>
#include <limits>

namespace sendcap::store {
namespace {

// The first byte of each number: 0 to 63 say that the one before comes 1 to 64 times more, these what they
// are called, and the rest a small difference to the last whole number.
constexpr unsigned kMostShortRepeats = 64;
constexpr unsigned kNone = 64;
constexpr unsigned kZero = 65;
constexpr unsigned kBits = 66;
constexpr unsigned kWhole = 67;
constexpr unsigned kSevenths = 68;
constexpr unsigned kRepeats = 69;
constexpr unsigned kMet = 70;
constexpr unsigned kNoDifference = 163;
constexpr std::int64_t kMostDifference = 92;

constexpr double kLargestWhole = 1e15;
constexpr double kLargestWeeks = 1e6;
constexpr double kDaysOfAWeek = 7;
constexpr std::uint64_t kMostNumbers = std::uint64_t{1} << 32U;

std::uint64_t bits_of(double value) {
  std::uint64_t bits = 0;
  std::memcpy(&bits, &value, sizeof bits);
  return bits;
}

double value_of(std::uint64_t bits) {
  double value = 0;
  std::memcpy(&value, &bits, sizeof value);
  return value;
}

const std::uint64_t kNoneBits = bits_of(std::numeric_limits<double>::quiet_NaN());

// Small numbers of either sign as small numbers.
std::uint64_t folded(std::int64_t number) {
  return (static_cast<std::uint64_t>(number) << 1U) ^ static_cast<std::uint64_t>(number >> 63U);
}

std::int64_t unfolded(std::uint64_t number) {
  return static_cast<std::int64_t>(number >> 1U) ^ -static_cast<std::int64_t>(number & 1U);
}

// Multiplicative hashing (Knuth, The Art of Computer Programming 3, 6.4).
std::size_t slot_of(std::uint64_t bits) {
  return static_cast<std::size_t>((bits * 0x9E3779B97F4A7C15U) >> 56U);
}

}  // namespace

void NumberWriter::count(std::uint64_t number) {
  for (; number >= 128; number >>= 7U) put(static_cast<unsigned>(number & 127U) | 128U);
  put(static_cast<unsigned>(number));
}

void NumberWriter::numbers(const std::vector<double>& values) {
  count(values.size());
  for (std::size_t i = 0; i < values.size();) {
    const std::uint64_t bits = bits_of(values[i]);
    std::size_t end = i;
    while (end < values.size() && bits_of(values[end]) == memory_.previous) ++end;
    if (end == i) {
      one(values[i], bits);
      memory_.previous = bits;
      ++i;
    } else if (end - i <= kMostShortRepeats) {
      put(static_cast<unsigned>(end - i - 1));
      i = end;
    } else {
      put(kRepeats);
      count(end - i);
      i = end;
    }
  }
}

void NumberWriter::one(double value, std::uint64_t bits) {
  if (bits == 0) return put(kZero);
  if (bits == kNoneBits) return put(kNone);
  if (std::fabs(value) < kLargestWhole && value != 0) {
    const auto whole = static_cast<std::int64_t>(value);
    if (static_cast<double>(whole) == value) {
      const std::int64_t difference = whole - memory_.whole;
      memory_.whole = whole;
      if (-kMostDifference <= difference && difference <= kMostDifference)
        return put(static_cast<unsigned>(kNoDifference + difference));
      put(kWhole);
      return count(folded(difference));
    }
  }
  if (std::fabs(value) < kLargestWeeks && value != 0) {
    const std::int64_t days = std::lround(value * kDaysOfAWeek);
    if (bits_of(static_cast<double>(days) / kDaysOfAWeek) == bits) {
      put(kSevenths);
      count(folded(days - memory_.sevenths));
      memory_.sevenths = days;
      return;
    }
  }
  const std::size_t slot = slot_of(bits);
  if (memory_.met[slot] == bits) {
    put(kMet);
    return put(static_cast<unsigned>(slot));
  }
  memory_.met[slot] = bits;
  put(kBits);
  for (unsigned byte = 0; byte < 8; ++byte) put(static_cast<unsigned>((bits >> (8 * byte)) & 255U));
}

unsigned NumberReader::take() {
  if (at_ >= bytes_.size()) {
    good_ = false;
    return 0;
  }
  return static_cast<unsigned char>(bytes_[at_++]);
}

std::uint64_t NumberReader::count() {
  std::uint64_t number = 0;
  for (unsigned shift = 0; shift < 64; shift += 7) {
    const unsigned byte = take();
    number |= static_cast<std::uint64_t>(byte & 127U) << shift;
    if (byte < 128) return number;
  }
  good_ = false;
  return 0;
}

std::vector<double> NumberReader::numbers() {
  std::vector<double> values;
  const std::uint64_t size = count();
  good_ = good_ && size <= kMostNumbers;
  while (good_ && values.size() < size) {
    const unsigned token = take();
    if (token >= kMostShortRepeats && token != kRepeats) {
      memory_.previous = one(token);
      values.push_back(value_of(memory_.previous));
      continue;
    }
    const std::uint64_t times = token == kRepeats ? count() : token + 1;
    good_ = good_ && times <= size - values.size();
    if (good_) values.insert(values.end(), static_cast<std::size_t>(times), value_of(memory_.previous));
  }
  return values;
}

std::uint64_t NumberReader::one(unsigned token) {
  switch (token) {
    case kNone:
      return kNoneBits;
    case kZero:
      return 0;
    case kBits: {
      std::uint64_t bits = 0;
      for (unsigned byte = 0; byte < 8; ++byte) bits |= static_cast<std::uint64_t>(take()) << (8 * byte);
      return memory_.met[slot_of(bits)] = bits;
    }
    case kMet:
      return memory_.met[take()];
    case kSevenths:
      memory_.sevenths += unfolded(count());
      return bits_of(static_cast<double>(memory_.sevenths) / kDaysOfAWeek);
    case kWhole:
      memory_.whole += unfolded(count());
      return bits_of(static_cast<double>(memory_.whole));
    default:
      memory_.whole += static_cast<std::int64_t>(token) - static_cast<std::int64_t>(kNoDifference);
      return bits_of(static_cast<double>(memory_.whole));
  }
}

}  // namespace sendcap::store
