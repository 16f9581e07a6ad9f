#include <gmock/gmock.h>

#include <cmath>
#include <nlohmann/json.hpp>
#include <sstream>
#include <string>
#include <vector>

#include "formulas.hpp"
#include "program.hpp"

// `sendcap search`: the best of many plans under a budget.

namespace sendcap::testing {
namespace {

using nlohmann::json;
using ::testing::AllOf;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

// One queue, as in scenarios/verification/mmc.yaml: 2.4 children a day, each takes a day of one of three.
constexpr const char* kQueue = R"(title: Three servers, one queue
clock:
  start: 2025-01-01
  warm up: 2 years
  run for: 10 years
  report every: whole run
  resolution: 1 hour
  waits in: days
demand:
  referrals: {rate: 2.4 per day, enters: visit}
services:
  desk: {kind: team, staff: 3, cost: "£50,000"}
pathways:
  visit: {steps: {seen: {service: desk, time: {kind: exponential, mean: 1 day}}}}
)";

// More staff, less demand, or both. Posts cost £50,000 a year each; the advice line is there already.
constexpr const char* kSearch = R"(search: shortest wait for £115,000 a year
goal: {measure: "wait of those seen, mean", subject: desk, want: least, worth having: 0.005}
budget: {at most a year: "£115,000"}
levers:
  posts:
    interventions: {kind: change staffing, team: desk, by: 1, from: 2025-01-01}
    vary: {by: [1, 2, 3]}
  advice line:
    choices:
      small: [{kind: change demand, demand: referrals, by: -10%, from: 2025-01-01}]
      large: [{kind: change demand, demand: referrals, by: -20%, from: 2025-01-01}]
)";

class Search : public AtTheTerminal {
 protected:
  Search() {
    write("queue.yaml", kQueue);
    write("search.yaml", kSearch);
    write("county.yaml", kSmallCounty);
  }

  // The search with one piece of its text replaced.
  void write_search(const std::string& right, const std::string& wrong) const {
    std::string text = kSearch;
    ASSERT_NE(text.find(right), std::string::npos) << right;
    write("search.yaml", text.replace(text.find(right), right.size(), wrong));
  }

  [[nodiscard]] json answer_of(const std::vector<std::string>& more = {}) const {
    std::vector<std::string> words{"search", "queue.yaml", "search.yaml", "--format", "json"};
    words.insert(words.end(), more.begin(), more.end());
    const Answer answer = sendcap(words);
    EXPECT_EQ(answer.exit_code, 0) << answer.err;
    return json::parse(answer.out);
  }
};

// Mean wait of M/M/c (Erlang 1917), in days.
double mean_wait(std::size_t servers, double arrivals) {
  return theory::erlang_c(servers, arrivals) / (static_cast<double>(servers) - arrivals);
}

TEST_F(Search, FindsTheStaffingThatQueueingTheorySaysIsBest) {
  // The twelve plans with their waits by Erlang's formula and their costs, by hand.
  struct Plan {
    std::string posts;
    std::string line;
    double wait;
    double cost;
  };
  std::vector<Plan> plans;
  for (const std::size_t posts : {0U, 1U, 2U, 3U})
    for (const int line : {0, 1, 2})
      plans.push_back({posts == 0 ? "none" : "by " + std::to_string(posts),
                       line == 0   ? "none"
                       : line == 1 ? "small"
                                   : "large",
                       mean_wait(3 + posts, 2.4 * (1 - 0.1 * line)), 50'000.0 * static_cast<double>(posts)});
  const Plan* best = nullptr;
  for (const Plan& plan : plans)
    if (plan.cost <= 115'000 && (best == nullptr || plan.wait < best->wait)) best = &plan;
  // Three posts would leave no wait to speak of, but cost too much.
  ASSERT_EQ(best->posts, "by 2");
  ASSERT_EQ(best->line, "large");

  const json answer = answer_of();
  EXPECT_EQ(answer["best"], "posts: by 2; advice line: large");
  EXPECT_EQ(answer["ended"], "settled");
  EXPECT_GE(answer["chance_best_or_within_worth_having"], 0.99);
  EXPECT_EQ(answer["plans_possible"], 12);
  ASSERT_EQ(answer["plans"].size(), 12U);
  std::size_t covered = 0;
  for (const json& found : answer["plans"])
    for (const Plan& plan : plans) {
      if (found["levers"]["posts"] != plan.posts || found["levers"]["advice line"] != plan.line) continue;
      // Spending does not vary here: it is known to the pound.
      EXPECT_NEAR(found["extra_cost"]["mean"], plan.cost, 0.001 * plan.cost + 1);
      EXPECT_EQ(found["fate"] == "too dear", plan.cost > 115'000) << found["plan"];
      // Each interval at 95%; of twelve, not independent, one or two may miss.
      if (found["goal"]["low"] <= plan.wait && plan.wait <= found["goal"]["high"]) ++covered;
    }
  EXPECT_GE(covered, 9U);
  EXPECT_LT(answer["replications"], answer["replications_of_equal_allocation"]);
}

TEST_F(Search, TellsTheBestInPlainEnglishWithinTheTerminal) {
  const Answer answer = sendcap({"search", "queue.yaml", "search.yaml"});
  EXPECT_EQ(answer.exit_code, 0);
  for (const std::string part :
       {"BEST\n  posts: by 2; advice line: large\n",
        "It costs £100,000 a year beyond the scenario as it stands", "COST AGAINST BENEFIT",
        "WHY OTHERS FELL OUT", "over the budget", "(Kim and Nelson 2001)"})
    EXPECT_THAT(answer.out, HasSubstr(part));
  std::istringstream lines(answer.out);
  for (std::string line; std::getline(lines, line);) {
    std::size_t width = 0;
    for (const char letter : line) width += (static_cast<unsigned char>(letter) & 0xC0U) != 0x80U ? 1 : 0;
    EXPECT_LE(width, 80U) << line;
  }
}

TEST_F(Search, WritesTheBestPlanReadyToBeCompared) {
  ASSERT_EQ(sendcap({"search", "queue.yaml", "search.yaml", "--out", "found"}).exit_code, 0);
  EXPECT_THAT(files_in("found"), ElementsAre("best-plan.yaml", "record.md", "search.csv", "search.json",
                                             "search.txt", "world.json"));
  const Answer compared =
      sendcap({"compare", "queue.yaml", "found/best-plan.yaml", "--replications", "20", "--format", "json"});
  EXPECT_EQ(compared.exit_code, 0) << compared.err;
  EXPECT_THAT(compared.out, HasSubstr("posts: by 2; advice line: large"));
}

TEST_F(Search, GivesTheSameBytesWhateverTheThreads) {
  for (const std::string threads : {"1", "3"})
    ASSERT_EQ(
        sendcap({"search", "queue.yaml", "search.yaml", "--threads", threads, "--out", "with" + threads})
            .exit_code,
        0);
  for (const std::string file : {"search.txt", "search.json", "search.csv", "best-plan.yaml"})
    EXPECT_EQ(read("with1/" + file), read("with3/" + file)) << file;
}

TEST_F(Search, LooksAtSomeOfThePlansWhenThereAreTooMany) {
  write_search("by: [1, 2, 3]", "by: [0.5, 1, 1.5, 2, 2.5, 3, 3.5, 4, 4.5, 5]");
  const json answer = answer_of({"--most-candidates", "15", "--worth", "0.05"});
  EXPECT_EQ(answer["plans_possible"], 33);
  EXPECT_EQ(answer["plans_tried"], 15);
  EXPECT_EQ(answer["method"], "adaptive hyperbox, then selection");
  EXPECT_GT(answer["replications_before_selection"], 0);
  EXPECT_FALSE(answer["best"].is_null());
}

TEST_F(Search, SaysWhenItIsNotSettled) {
  write_search("worth having: 0.005", "worth having: 0.00001");
  const Answer answer =
      sendcap({"search", "queue.yaml", "search.yaml", "--replications", "20", "--out", "found"});
  EXPECT_EQ(answer.exit_code, 0);
  EXPECT_THAT(answer.out, HasSubstr("NOT SETTLED, as replications ran out"));
  EXPECT_FALSE(exists("found/best-plan.yaml"));
}

TEST_F(Search, SaysWhenNoPlanIsWithinTheBudget) {
  write_search("  posts:\n", "  posts:\n    must: true\n");
  std::string text = read("search.yaml");
  const std::string limit = "at most a year: \"£115,000\"";
  text.replace(text.find(limit), limit.size(), "at most a year: \"£40,000\"");
  write("search.yaml", text);
  const Answer answer = sendcap({"search", "queue.yaml", "search.yaml"});
  EXPECT_EQ(answer.exit_code, 0);
  EXPECT_THAT(answer.out, AllOf(HasSubstr("NO PLAN IS WITHIN THE BUDGET"), HasSubstr("posts: by 1")));
}

TEST_F(Search, RefusesAWrongFileWithThePlaceOfEachMistake) {
  const std::vector<std::pair<std::pair<std::string, std::string>, std::vector<std::string>>> wrong = {
      {{"levers:", "leavers:"}, {"search.yaml:4:1: error SEND-207", "did you mean 'levers'?"}},
      {{"subject: desk", "subject: desks"}, {"search.yaml:2:", "SEND-301", "did you mean 'desk'?"}},
      {{"mean\", subject", "meen\", subject"}, {"search.yaml:2:", "SEND-301"}},
      {{"team: desk", "team: dsk"}, {"search.yaml:6:", "SEND-301", "did you mean 'desk'?"}},
      {{"{by: [1, 2, 3]}", "{buy: [1, 2]}"}, {"search.yaml:7:12: error SEND-207", "did you mean 'by'?"}},
      {{"[1, 2, 3]", "[1, two]"}, {"search.yaml:7:20: error SEND-205"}},
      {{"at most a year", "at most in all: \"£1\", at most a year"}, {"search.yaml:3:", "SEND-302"}},
      {{"want: least, ", ""}, {"search.yaml:2:", "SEND-201", "want: least"}},
      {{"by: -10%", "by: -10"}, {"search.yaml:10:", "SEND-203"}}};
  for (const auto& [change, parts] : wrong) {
    write_search(change.first, change.second);
    const Answer answer = sendcap({"search", "queue.yaml", "search.yaml", "--out", "found"});
    EXPECT_EQ(answer.exit_code, 2) << change.second;
    EXPECT_THAT(answer.out, IsEmpty());
    for (const std::string& part : parts) EXPECT_THAT(answer.err, HasSubstr(part)) << change.second;
    EXPECT_THAT(files_in("found"), IsEmpty());
    const Answer checked = sendcap({"check", "search.yaml", "--baseline", "queue.yaml"});
    EXPECT_EQ(checked.exit_code, 2) << change.second;
  }
  write_search(", worth having: 0.005", "");
  const Answer unsaid = sendcap({"search", "queue.yaml", "search.yaml"});
  EXPECT_EQ(unsaid.exit_code, 2);
  EXPECT_THAT(unsaid.err, HasSubstr("what difference is worth having"));
}

// The program is stopped once it has a second thread: then it is surely simulating.
TEST_F(Search, StoppedWithCtrlCKeepsWhatIsComplete) {
  write_search("worth having: 0.005", "worth having: 0.0000001");
  write(
      "stop",
      R"sh("$SENDCAP" search queue.yaml search.yaml --replications 100000 --threads 2 --out found >answer.txt &
running=$!
while [ "$(ls /proc/$running/task | wc -l)" -lt 2 ]; do :; done
kill -INT "$running"
wait "$running"
)sh");
  const Answer answer = shell("bash -m ./stop");
  EXPECT_EQ(answer.exit_code, 130) << answer.err;
  EXPECT_THAT(answer.err, HasSubstr("stopped early"));
  EXPECT_THAT(read("found/search.json"), HasSubstr("\"partial\": true"));
  EXPECT_THAT(read("answer.txt"), HasSubstr("NOT SETTLED, as it was stopped early"));
}

}  // namespace
}  // namespace sendcap::testing
