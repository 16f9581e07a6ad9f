#include "sendcap/scenario/language/rewrite.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace sendcap::scenario {
namespace {

// The text with a rate of 5 a day, between 4 and 6, at a place.
std::string rewritten(const std::string& text, std::uint32_t line, std::uint32_t column,
                      std::vector<double> then = {}) {
  Sources sources;
  Diagnostics diagnostics;
  const std::uint32_t file = sources.add("county.yaml", text);
  NewValue value{{file, line, column}, QuantityKind::rate, 5, std::move(then), Range<double>{4, 6},
                 "fitted, with care",  Quality::derived};
  return rewrite(sources, file, {value}, diagnostics).value_or("refused: " + render(diagnostics, sources));
}

TEST(Rewrite, APlainValueGetsItsNotesAndAllElseStays) {
  EXPECT_EQ(rewritten("# mine\na:\n  rate: 3 per day   # counted by hand\n  b: [1,  2]\n", 3, 9),
            "# mine\na:\n  rate: {is: 5 per day, range: [4 per day, 6 per day], source: 'fitted, with care', "
            "quality: derived}   # counted by hand\n  b: [1,  2]\n");
}

TEST(Rewrite, ABlockKeepsItsCommentsAndGetsWhatIsMissing) {
  EXPECT_EQ(
      rewritten("rate:\n  is: 3 per day     # now\n  source: >-\n    a guess\n    on two lines\n  # why\n"
                "next: 1\n",
                2, 3),
      "rate:\n  is: 5 per day     # now\n  range: [4 per day, 6 per day]\n  quality: derived\n"
      "  source: 'fitted, with care'\n  # why\nnext: 1\n");
}

TEST(Rewrite, BracketsAndLaterValuesAreChangedWhereTheyStand) {
  EXPECT_EQ(
      rewritten("rate: {is: 3 per day, then: {2026-01-01: 6 per day}, range: [1 per day, 9 per day]}\n", 1, 7,
                {10}),
      "rate: {is: 5 per day, source: 'fitted, with care', quality: derived, then: {2026-01-01: 10 per day}, "
      "range: [4 per day, 6 per day]}\n");
}

TEST(Rewrite, WhatIsNoValueIsRefused) {
  EXPECT_EQ(rewritten("rate: 3 per day\n", 1, 1).substr(0, 8), "refused:");
}

TEST(RoundedQuantity, KeepsTwoFiguresOfTheErrorInTheUnitOfTheFile) {
  // 0.31187 a year, with an error of 0.013 a year.
  const double year = 365.25;
  const double rounded = rounded_quantity(QuantityKind::rate, 0.31187 / year, 0.013 / year, 0.3 / year);
  EXPECT_EQ(format_quantity(QuantityKind::rate, rounded), "0.312 per year");
  EXPECT_EQ(rounded_quantity(QuantityKind::number, 1234.5, 250, 1000), 1230);
  EXPECT_EQ(rounded_quantity(QuantityKind::fraction, 0.30387, 0.02, 0.3), 0.304);
}

}  // namespace
}  // namespace sendcap::scenario
