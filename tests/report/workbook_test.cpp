#include "sendcap/report/workbook.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "hand_made.hpp"

// What is in a workbook, before it becomes a file.

namespace sendcap::report {
namespace {

using model::MeasureId;
using model::SubjectKind;
using testing::HandMade;
using testing::kNoValue;

constexpr std::size_t kSummary = 0;
constexpr std::size_t kResults = 1;

std::string text_of(const Cell& cell) {
  if (const auto* text = std::get_if<std::string>(&cell.value)) return *text;
  return {};
}

double number_of(const Row& row, std::size_t column) {
  const auto* number = column < row.size() ? std::get_if<double>(&row[column].value) : nullptr;
  return number == nullptr ? kNoValue : *number;
}

class RunWorkbook : public ::testing::Test {
 protected:
  std::vector<Row> rows(std::size_t sheet) {
    estimates_.push_back(world_.estimates());
    PlanResults plan;
    plan.name = "baseline";
    plan.model = &world_.model();
    plan.estimates = &estimates_.back();
    const std::vector<PlanResults> plans{plan};
    const RunDescription description;
    const std::vector<experiment::Input> none;
    std::vector<Row> all;
    const Workbook workbook = run_workbook(description, plans, none);
    workbook.sheets[sheet].rows([&](const Row& row) { all.push_back(row); });
    return all;
  }
  // The rows that begin with these texts.
  std::vector<Row> rows_of(std::size_t sheet, const std::vector<std::string>& texts) {
    std::vector<Row> found;
    for (const Row& row : rows(sheet)) {
      bool fits = row.size() >= texts.size();
      for (std::size_t i = 0; fits && i < texts.size(); ++i) fits = text_of(row[i]) == texts[i];
      if (fits) found.push_back(row);
    }
    return found;
  }

  HandMade world_;
  std::vector<experiment::Estimates> estimates_;
};

TEST_F(RunWorkbook, GivesTheListAtTheStartAtMilestonesAndAtTheEnd) {
  world_.add(MeasureId::waiting, SubjectKind::pathway, "autism",
             {{{7, 10, 20, kNoValue}}, {{7, 11, 20, kNoValue}}, {{7, 12, 20, kNoValue}}});
  const std::vector<Row> found = rows_of(kSummary, {"autism", "children waiting", "baseline", "children"});
  ASSERT_EQ(found.size(), 1U);
  const Row& row = found.front();
  EXPECT_EQ(number_of(row, 4), 7);
  EXPECT_TRUE(std::isnan(number_of(row, 5))) << "what is known has no interval";
  // The 97.5% point of Student's t with 2 degrees of freedom is 4.302652730 (tables), and 11 ± 4.302652730 /
  // √3.
  EXPECT_EQ(number_of(row, 7), 11);
  EXPECT_NEAR(number_of(row, 8), 8.515862288, 1e-9);
  EXPECT_NEAR(number_of(row, 9), 13.48413771, 1e-8);
  EXPECT_TRUE(row[8].aside);
  EXPECT_EQ(row[7].look, Look::whole);
  EXPECT_EQ(number_of(row, 10), 20);
}

TEST_F(RunWorkbook, AnIntervalDoesNotReachBelowNothing) {
  world_.add(MeasureId::waiting, SubjectKind::pathway, "autism",
             {{{0, 0, 0, kNoValue}}, {{0, 0, 0, kNoValue}}, {{0, 0, 3, kNoValue}}});
  const std::vector<Row> found = rows_of(kSummary, {"autism", "children waiting"});
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(number_of(found.front(), 10), 1);
  EXPECT_EQ(number_of(found.front(), 11), 0);
  EXPECT_EQ(found.front()[10].look, Look::whole);
}

TEST_F(RunWorkbook, SharesAreSharesAndWhatNobodyWaitsForIsLeftOut) {
  world_.add(MeasureId::waiting, SubjectKind::pathway, "autism", {{{5, 5, 5, kNoValue}}});
  world_.add(MeasureId::waiting_within_18_weeks, SubjectKind::pathway, "autism",
             {{{0.5, 0.5, 0.25, kNoValue}}});
  world_.add(MeasureId::waiting, SubjectKind::pathway, "unused", {{{0, 0, 0, kNoValue}}});
  const std::vector<Row> share = rows_of(kSummary, {"autism", "waiting up to 18 weeks"});
  ASSERT_EQ(share.size(), 1U);
  EXPECT_EQ(share.front()[10].look, Look::share);
  EXPECT_EQ(number_of(share.front(), 10), 0.25);
  EXPECT_TRUE(std::isnan(number_of(share.front(), 11))) << "one replication has no interval";
  EXPECT_TRUE(rows_of(kSummary, {"unused"}).empty());
}

TEST_F(RunWorkbook, ResultsHaveGroupsAtMilestonesTheEndAndForTheRunAlone) {
  world_.add(MeasureId::waiting, SubjectKind::service, "desk",
             {{{99, 98, 97, kNoValue}, {3, 4, 5, kNoValue}}, {{99, 98, 97, kNoValue}, {3, 4, 6, kNoValue}}});
  const std::vector<Row> found = rows(kResults);
  std::vector<double> of_redditch;
  std::size_t of_all = 0;
  for (const Row& row : found) {
    if (text_of(row[4]) == "all") ++of_all;
    if (text_of(row[4]) == "district: Redditch") of_redditch.push_back(number_of(row, 5));
  }
  EXPECT_EQ(of_all, 3U);
  EXPECT_EQ(of_redditch, (std::vector<double>{4, 5.5})) << "not the three real children at the start";
  constexpr double k2025 = 20089;  // days from 1970 to 2025: 55 years of 365 days and 14 leap days
  EXPECT_EQ(number_of(found[1], 1), k2025);
  EXPECT_EQ(found[1][1].look, Look::date);
}

TEST_F(RunWorkbook, OfOneReplicationNothingIsKnownOfChance) {
  world_.add(MeasureId::waiting, SubjectKind::service, "desk", {{{99, 98, 97, kNoValue}}});
  for (const Row& row : rows(kResults)) {
    if (text_of(row[2]) != "waiting") continue;
    EXPECT_TRUE(std::isnan(number_of(row, 6)) && std::isnan(number_of(row, 7)));
  }
}

TEST_F(RunWorkbook, ARunStoppedBeforeAnythingWasCompleteSaysSo) {
  const RunDescription description;
  std::vector<Row> all;
  const std::vector<PlanResults> no_plans;
  const std::vector<experiment::Input> no_inputs;
  run_workbook(description, no_plans, no_inputs).sheets[kSummary].rows([&](const Row& row) {
    all.push_back(row);
  });
  EXPECT_EQ(text_of(all.at(1).at(0)), "Stopped before anything was complete.");
}

}  // namespace
}  // namespace sendcap::report
