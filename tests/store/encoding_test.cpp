#include "store/encoding.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <cmath>
#include <cstdint>
#include <cstring>
#include <limits>
#include <vector>

namespace sendcap::store {
namespace {

using Limits = std::numeric_limits<double>;

// What two numbers must agree in, so that -0 and every NaN count.
std::vector<std::uint64_t> bits_of(const std::vector<double>& values) {
  std::vector<std::uint64_t> bits(values.size());
  if (!values.empty()) std::memcpy(bits.data(), values.data(), values.size() * sizeof(double));
  return bits;
}

void expect_round_trip(const experiment::Row& row) {
  const std::optional<experiment::Row> back = decode_row(encode_row(row));
  ASSERT_TRUE(back);
  EXPECT_EQ(bits_of(*back), bits_of(row));
}

TEST(Encoding, EveryKindOfNumberComesBackToTheLastBit) {
  expect_round_trip({});
  expect_round_trip({0, -0.0, 0, 1, -1, 92, -92, 93, -93, 6970, 1e15, -1e15, 1e15 - 1, 9007199254740993.0});
  expect_round_trip({1.0 / 7, 3.0 / 7, -12.0 / 7, 1e6 / 7, 0.1, 0.1, 1.0 / 3, 0.1, 1.0 / 3});
  expect_round_trip({Limits::quiet_NaN(), -Limits::quiet_NaN(), Limits::signaling_NaN(), Limits::infinity(),
                     -Limits::infinity(), Limits::max(), Limits::denorm_min()});
  expect_round_trip(experiment::Row(1'000'000, 5.0));
  for (const std::size_t repeats : {63U, 64U, 65U, 66U, 127U, 128U, 129U}) {
    experiment::Row row(repeats, 0.5);
    row.push_back(7);
    expect_round_trip(row);
  }
}

RC_GTEST_PROP(Encoding, AnyBitsComeBack, (const std::vector<std::uint64_t>& bits)) {
  experiment::Row row(bits.size());
  if (!bits.empty()) std::memcpy(row.data(), bits.data(), bits.size() * sizeof(double));
  const std::optional<experiment::Row> back = decode_row(encode_row(row));
  RC_ASSERT(back.has_value());
  RC_ASSERT(bits_of(*back) == bits);
}

// As results are: small counts, days as weeks, shares, and runs of the same.
RC_GTEST_PROP(Encoding, ResultsComeBack, (const std::vector<std::pair<std::int16_t, std::uint8_t>>& made)) {
  experiment::Row row;
  for (const auto& [number, kind] : made) {
    const double value = number;
    const double values[] = {value, value / 7, value / 100, 0, Limits::quiet_NaN()};
    row.insert(row.end(), kind % 3 == 0 ? kind : 1U, values[kind % 5]);
  }
  const std::optional<experiment::Row> back = decode_row(encode_row(row));
  RC_ASSERT(back.has_value());
  RC_ASSERT(bits_of(*back) == bits_of(row));
}

TEST(Encoding, WholeResultsOfAReplicationComeBack) {
  model::Measures measures;
  measures.values = {1, 2, Limits::quiet_NaN(), 0.25};
  measures.presence = {{0.5, 0.25, 0.25}, {}, {1}};
  measures.events = std::numeric_limits<std::uint64_t>::max();
  measures.children = 12;
  measures.cases = 300;
  const std::optional<model::Measures> back = decode_measures(encode_measures(measures));
  ASSERT_TRUE(back);
  EXPECT_EQ(bits_of(back->values), bits_of(measures.values));
  EXPECT_EQ(back->presence, measures.presence);
  EXPECT_EQ(back->events, measures.events);
  EXPECT_EQ(back->children, 12U);
  EXPECT_EQ(back->cases, 300U);
}

TEST(Encoding, DamageIsSeen) {
  const std::string bytes = encode_row({1, 2, 0.1, 1.0 / 3, 6970});
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    std::string damaged = bytes;
    damaged[i] = static_cast<char>(damaged[i] ^ 1);
    EXPECT_FALSE(decode_row(damaged)) << i;
    EXPECT_FALSE(decode_row(bytes.substr(0, i))) << i;
  }
}

TEST(Encoding, WhatRepeatsTakesNoRoom) {
  EXPECT_LT(encode_row(experiment::Row(100'000, 0.0)).size(), 20U);
  experiment::Row counts;
  for (int i = 0; i < 1000; ++i) counts.push_back(2500 + i % 50);
  EXPECT_LT(encode_row(counts).size(), 1020U);  // a byte each
}

}  // namespace
}  // namespace sendcap::store
