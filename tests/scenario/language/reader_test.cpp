#include "sendcap/scenario/language/reader.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <variant>

#include "reading.hpp"
#include "toy_clinic.hpp"

namespace sendcap::scenario {
namespace {

using toy::County;

TEST(Reader, ReadsAWholeWorld) {
  const Reading<County> file{std::string(toy::kGoodCounty)};
  ASSERT_TRUE(file.good) << render(file.diagnostics, file.sources);
  const County& county = file.value;
  EXPECT_EQ(county.title, "A small county");
  EXPECT_TRUE(county.start.is_date);
  EXPECT_FALSE(county.bank_holidays);
  EXPECT_DOUBLE_EQ(county.growth.is.per_year, 0.11);
  EXPECT_DOUBLE_EQ(county.budget.is.pounds, 1.2e6);

  ASSERT_EQ(county.services.size(), 3U);
  const toy::Service& paediatrics = county.services[0];
  EXPECT_EQ(paediatrics.name, "community paediatrics");
  EXPECT_EQ(paediatrics.place.line, 7U);
  const auto& clinic = std::get<toy::Clinic>(paediatrics.is);
  EXPECT_EQ(clinic.order, toy::Order::longest_wait);
  EXPECT_EQ(clinic.days, (std::vector<std::string>{"Tuesday", "Thursday"}));
  EXPECT_DOUBLE_EQ(paediatrics.districts.find("south")->share.is.value, 0.4);
  EXPECT_EQ(paediatrics.districts.find("south")->share.quality, Quality::knowledge);
  EXPECT_EQ(paediatrics.districts.find("east"), nullptr);

  const auto& therapy = std::get<toy::Team>(county.services.find("occupational therapy")->is);
  EXPECT_DOUBLE_EQ(therapy.staff.is.value, 14.5);
  EXPECT_EQ(therapy.contacts.value, 6);
  EXPECT_DOUBLE_EQ(therapy.leave->days, 42);
  EXPECT_TRUE(std::holds_alternative<Gamma>(therapy.work.family));
  const auto& advice = std::get<toy::Team>(county.services.find("advice line")->is);
  EXPECT_TRUE(std::isinf(advice.staff.is.value));
  EXPECT_FALSE(advice.leave.has_value());

  ASSERT_EQ(county.steps.size(), 2U);
  EXPECT_EQ(county.steps[0].to.text, "community paediatrics");
  ASSERT_EQ(county.steps[1].otherwise.size(), 1U) << "a single item needs no list";
  EXPECT_EQ(county.steps[1].otherwise[0].to.text, "advice line");
}

TEST(Reader, ReadsTheSameFromQuotedQuantities) {
  const Reading<toy::Clinic> file("sessions: \"12 per week\"\ncancelled: '4%'\n");
  ASSERT_TRUE(file.good);
  EXPECT_DOUBLE_EQ(file.value.sessions.is.per_day, 12 / 7.0);
}

TEST(Reader, TellsAllMistakesOfAFileInOneGo) {
  const Reading<County> file(R"(titel: A county
services:
  paediatrics:
    kind: clinc
  therapy:
    kind: team
    staf: 3
    contacts: 30
    work: 45
  advice:
    kind: clinic
    sessions: often
    order: first
)");
  EXPECT_EQ(
      file.mistakes(),
      (Lines{
          "1:1 SEND-207: unknown key 'titel' | did you mean 'title'?",
          "4:11 SEND-209: expected the kind 'clinic' or 'team', found 'clinc' | did you mean 'clinic'?",
          "5:3 SEND-201: missing 'staff' | for example: staff: 14",
          "7:5 SEND-207: unknown key 'staf' | did you mean 'staff'?",
          "8:15 SEND-206: '30' is out of range; it has to be between 1 and 20",
          "9:11 SEND-203: '45' has no unit; expected a length of time such as '14 days' | did you mean '45 "
          "min'?",
          "12:15 SEND-205: expected a rate such as '12 per week', found 'often' | for example: 12 per week",
          "13:12 SEND-208: expected one of 'first come' or 'longest wait', found 'first'"}));
}

TEST(Reader, KnowsThePathOfEachMistake) {
  const Reading<County> file(
      "services: {speech & language: {kind: team, staff: 3, contacts: 0}}\nsteps: [a, {to: }]\n");
  const std::vector<Diagnostic> mistakes = file.diagnostics.sorted();
  ASSERT_EQ(mistakes.size(), 2U);
  EXPECT_EQ(mistakes[0].path, "services.speech & language.contacts");
  EXPECT_EQ(mistakes[1].path, "steps.2.to");
  EXPECT_EQ(Reading<County>("services: {Dr. Hall: {kind: team, staff: x}}").diagnostics.all()[0].path,
            "services.\"Dr. Hall\".staff")
      << "a name with a dot in it stands in quotes";
}

TEST(Reader, ListsTheKeysWhenNoneIsNear) {
  EXPECT_EQ(Reading<toy::Clinic>("sessions: 2 per day\nwindows: 3\n").mistakes(),
            Lines{"2:1 SEND-207: unknown key 'windows' | allowed here: sessions, cancelled, order, days"});
}

TEST(Reader, AsksForTheKind) {
  EXPECT_EQ(Reading<County>("services:\n  therapy: {staff: 3}\n").mistakes(),
            Lines{"2:3 SEND-209: missing 'kind' | write kind: clinic or team"});
}

struct Case {
  std::string yaml;
  std::string mistake;
};

TEST(Reader, TellsBlocksListsAndPlainValuesApart) {
  const Case cases[] = {
      {"services: [a, b]\n", "1:11 SEND-202: expected names, each with a colon and its block, found a list"},
      {"services: {a: 3}\n", "1:15 SEND-202: expected a block of keys (service), found '3'"},
      {"services: {a: [3]}\n",
       "1:15 SEND-202: expected a block of keys (service), found a list | write keys without '- ' in front"},
      {"title: [a]\n", "1:8 SEND-202: expected a text, found a list"},
      {"title: {a: 1}\n", "1:8 SEND-202: expected a text, found a block of keys"},
      {"growth: [8% per year]\n", "1:9 SEND-202: expected a growth such as '11% per year', found a list"},
      {"budget:\n", "1:1 SEND-214: nothing is written here; expected a sum of money such as '£24,000'"},
      {"steps:\n", "1:1 SEND-214: the list is empty | write [] if that is meant"},
      {"just some text\n", "1:1 SEND-202: expected a block of keys (county), found 'just some text'"},
      {"title:A county\n",
       "1:1 SEND-202: expected a block of keys (county), found 'title:A county' | put a space after the "
       "colon"},
      {"bank holidays: off\n", "1:16 SEND-205: expected 'yes' or 'no', found 'off' | did you mean 'no'?"},
      {"title: no\n",
       "1:8 SEND-202: expected a text; YAML takes 'no' for true or false | put it in quotes if it is meant "
       "as a word"},
      {"start: 01/09/2025\n",
       "1:8 SEND-213: '01/09/2025' is not written as year-month-day | did you mean '2025-09-01'?"},
      {"growth: -100% per year\n",
       "1:9 SEND-206: '-100% per year' is out of range; it has to be above -100% per year"},
  };
  for (const Case& given : cases) {
    EXPECT_EQ(Reading<County>(given.yaml).mistakes(), Lines{given.mistake}) << given.yaml;
  }
}

TEST(Reader, LeavesBlocksWithoutRequiredKeysEmpty) {
  const Reading<County> file("services:\n");
  EXPECT_TRUE(file.good);
  EXPECT_TRUE(file.value.services.empty());
}

TEST(Reader, RefusesNamesThatDifferOnlyInCapitals) {
  const Reading<toy::Service> file(
      "kind: clinic\nsessions: 1 per day\ndistricts: {North: 50%, north: 50%}\n");
  EXPECT_EQ(file.mistakes(), Lines{"3:25 SEND-210: 'north' and 'North' differ only in capitals or spaces"});
}

TEST(Reader, ExplainsCommasWithinBrackets) {
  const Reading<toy::Clinic> file("sessions: {is: 1,500 per year}\n");
  EXPECT_EQ(file.mistakes().at(1),
            "1:18 SEND-207: unknown key '500 per year' | within brackets a comma begins a new entry: write "
            "the number "
            "without a comma, or in quotes");
}

TEST(Reader, HoldsSharesToTheWholeUnlessTheFieldSaysOtherwise) {
  EXPECT_EQ(Reading<Value<Fraction>>("130%").mistakes(),
            Lines{"1:1 SEND-206: '130%' is out of range; it has to be between 0% and 100%"});
  EXPECT_TRUE(Reading<Value<Fraction>>("130%", Rule{.most = 2}).good);
  EXPECT_EQ(Reading<Duration>("-3 days").mistakes(),
            Lines{"1:1 SEND-206: '-3 days' is out of range; it has to be at least 0 days"});
}

}  // namespace
}  // namespace sendcap::scenario
