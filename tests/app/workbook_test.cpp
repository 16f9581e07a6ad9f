#include <gmock/gmock.h>

#include <algorithm>
#include <map>
#include <sstream>

#include "program.hpp"

// Workbooks, as a planner asks for them and opens them in a spreadsheet program. They are read back by a
// script that knows the file format and not the library that wrote them.

namespace sendcap::testing {
namespace {

using ::testing::AllOf;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;
using ::testing::SizeIs;
using ::testing::StartsWith;

constexpr const char* kDesk = R"(title: A desk in <two> districts & more
clock: {start: 2025-01-01, run for: 1 year}
districts: {Redditch: {journey within: 10 min}, Bromsgrove: {journey within: 10 min}}
milestones: {half way: {date: 2025-07-01}}
demand:
  new:
    rate: {is: 360 per year, range: [240 per year, 480 per year], source: "=1+1", quality: assumption}
    enters: visit
services:
  desk: {kind: team, staff: 1, cost: "£50,000", paid by: NHS}
pathways:
  visit:
    steps:
      seen:
        service: desk
        time: {kind: exponential, mean: 2 days}
        at start: {children: 7, waited: {kind: exponential, mean: 3 weeks}}
targets:
  short list: {at: half way, subject: desk, measure: waiting, at most: 50}
)";
constexpr const char* kOneMore = R"(plan: one more
interventions:
  - {kind: change staffing, team: desk, by: 1, from: 2025-03-01}
)";

using Cells = std::vector<std::string>;

std::vector<Cells> split(const std::string& text, char between) {
  std::vector<Cells> rows;
  std::istringstream lines(text);
  for (std::string line; std::getline(lines, line);) {
    rows.emplace_back(1);
    bool quoted = false;
    for (const char letter : line) {
      if (letter == '"' && between == ',')
        quoted = !quoted;
      else if (letter == between && !quoted)
        rows.back().emplace_back();
      else
        rows.back().back() += letter;
    }
  }
  return rows;
}

// The columns of these names, in this order.
std::vector<Cells> columns(const std::vector<Cells>& table, const Cells& names) {
  std::vector<Cells> chosen;
  for (const Cells& row : table) {
    chosen.emplace_back();
    for (const std::string& name : names) {
      const auto at = std::find(table.front().begin(), table.front().end(), name) - table.front().begin();
      EXPECT_LT(static_cast<std::size_t>(at), table.front().size()) << name;
      chosen.back().push_back(static_cast<std::size_t>(at) < row.size() ? row[static_cast<std::size_t>(at)]
                                                                        : std::string());
    }
  }
  return chosen;
}

class Workbooks : public AtTheTerminal {
 protected:
  Workbooks() {
    write("desk.yaml", kDesk);
    write("one.yaml", kOneMore);
  }
  std::string read_back(const std::string& file, const std::string& sheet = {}) const {
    const Answer answer =
        shell("python3 '" SENDCAP_SOURCE_DIR "/tests/app/read_workbook.py' " + file + " " + sheet);
    EXPECT_EQ(answer.exit_code, 0) << answer.err;
    return answer.out;
  }
  std::vector<Cells> sheet(const std::string& file, const std::string& name) const {
    return split(read_back(file, name), '\t');
  }
};

// Numbers as both write them, `1e-05` and `1E-05`.
void expect_same(const Cells& left, const Cells& right) {
  ASSERT_EQ(left.size(), right.size());
  for (std::size_t i = 0; i < left.size(); ++i) {
    if (left[i] == right[i]) continue;
    EXPECT_EQ(std::stod(left[i]), std::stod(right[i])) << left[i] << " and " << right[i];
  }
}

TEST_F(Workbooks, OfARunHasTheNumbersOfItsEstimates) {
  const Answer run = sendcap({"run", "desk.yaml", "--plan", "one.yaml", "--replications", "5", "--out",
                              "found", "--xlsx", "desk.xlsx"});
  ASSERT_EQ(run.exit_code, 0) << run.err;
  EXPECT_THAT(run.err, HasSubstr("The workbook is in desk.xlsx\n"));
  EXPECT_EQ(read_back("desk.xlsx"), "Summary\nResults\nMeasures\nAssumptions\n");

  const Cells names{"plan", "date", "measure", "service", "group",
                    "mean", "low",  "high",    "unit",    "replications"};
  const std::vector<Cells> shown = columns(sheet("desk.xlsx", "Results"), names);
  // Totals at every date, groups at the milestone, the end and for the whole run; never at the start, where
  // the seven stand for real children. Numbers by band or reason stay with all.
  std::vector<Cells> expected;
  for (const Cells& row : columns(split(read("found/estimates.csv"), ','), names)) {
    const bool later = row[1] == "2025-07-01" || row[1] == "2026-01-01" || row[1] == "whole run";
    if (row[4] == "all" || row[4] == "group" || (later && row[2].find(": ") == std::string::npos))
      expected.push_back(row);
  }
  ASSERT_EQ(shown.size(), expected.size());
  ASSERT_GT(shown.size(), 1000U);
  for (std::size_t row = 0; row < shown.size(); ++row) expect_same(shown[row], expected[row]);
  EXPECT_EQ(shown[1][1], "2025-01-01") << "a date and not a text";
}

TEST_F(Workbooks, SummaryTellsAPlannerWhatStandsInTheTable) {
  ASSERT_EQ(sendcap({"run", "desk.yaml", "--plan", "one.yaml", "--replications", "5", "--out", "found",
                     "--xlsx", "desk.xlsx"})
                .exit_code,
            0);
  const std::string summary = read_back("desk.xlsx", "Summary");
  EXPECT_THAT(summary,
              StartsWith("A desk in <two> districts & more\nModelled, neither counted nor a forecast"));
  EXPECT_THAT(summary, AllOf(HasSubstr("\nseed\t1\n"), HasSubstr("\nfrom\t2025-01-01\nto\t2026-01-01\n"),
                             HasSubstr("program\tsendcap " SENDCAP_VERSION "\n"), HasSubstr("95% interval"),
                             HasSubstr("\nreplications, one more\t5\n"), HasSubstr("\nTargets\n"),
                             HasSubstr("\nshort list\tat most 50 children\tbaseline\t2025-07-01\t")));
  EXPECT_THAT(summary,
              AllOf(HasSubstr("\nLists and waits: pathways, until first contact\n"),
                    HasSubstr("at the start, 1 January 2025\t\t\thalf way, 1 July 2025\t\t\t"
                              "at the end, 1 January 2026"),
                    HasSubstr("\nMoney, by financial year\n"), HasSubstr("\t2024/25 from 2025-01-01\t")));
  // The list at the end, of both plans, is that of the estimates.
  const std::vector<Cells> estimates = split(read("found/estimates.csv"), ',');
  for (const std::string plan : {"baseline", "one more"}) {
    const std::string start = "visit\tchildren waiting\t" + plan + "\tchildren\t7\t";
    const std::size_t at = summary.find('\n' + start);
    ASSERT_NE(at, std::string::npos) << start;
    const Cells row = split(summary.substr(at + 1, summary.find('\n', at + 1) - at - 1), '\t').front();
    for (const Cells& line : estimates)
      if (line[0] == plan && line[1] == "2026-01-01" && line[2] == "waiting" && line[3] == "visit" &&
          line[4] == "all")
        expect_same({row[10], row[12]}, {line[6], line[8]});
  }
}

TEST_F(Workbooks, AreTheSameBytesWheneverAndWhereverTheyAreMade) {
  ASSERT_EQ(shell("TZ=UTC \"$SENDCAP\" run desk.yaml --replications 4 --threads 1 --quiet --xlsx one.xlsx")
                .exit_code,
            0);
  ASSERT_EQ(shell("TZ=Pacific/Auckland LC_ALL=C \"$SENDCAP\" run desk.yaml --replications 4 --threads 3 "
                  "--quiet --xlsx two.xlsx")
                .exit_code,
            0);
  EXPECT_TRUE(read("one.xlsx") == read("two.xlsx"));
  EXPECT_THAT(shell("python3 -c 'import zipfile; "
                    "print(zipfile.ZipFile(\"one.xlsx\").read(\"docProps/core.xml\").decode())'")
                  .out,
              HasSubstr("1980-01-01T00:00:00Z"));
}

TEST_F(Workbooks, NameEveryAssumptionAndMeasure) {
  ASSERT_EQ(sendcap({"run", "desk.yaml", "--plan", "one.yaml", "--replications", "2", "--xlsx", "desk.xlsx"})
                .exit_code,
            0);
  const std::vector<Cells> assumptions = sheet("desk.xlsx", "Assumptions");
  EXPECT_THAT(assumptions.front(), ElementsAre("plan", "input", "value", "unit", "low", "high", "quality",
                                               "source", "what it is"));
  const auto find = [&](const std::string& input) {
    const auto found = std::find_if(assumptions.begin(), assumptions.end(),
                                    [&](const Cells& row) { return row[1] == input; });
    EXPECT_NE(found, assumptions.end()) << input;
    return Cells(found->begin(), found->begin() + 8);
  };
  EXPECT_THAT(find("demand.new.rate"),
              ElementsAre("", "demand.new.rate", "360", "per year", "240", "480", "assumption", "=1+1"))
      << "text of a file is never a formula";
  EXPECT_EQ(find("services.desk.cost")[2], "50000");
  EXPECT_EQ(assumptions.back().front(), "one more");
  EXPECT_THAT(read_back("desk.xlsx", "Measures"), HasSubstr("\nwaiting\tchildren\tat a date\tyes\t"));
}

TEST_F(Workbooks, OfAComparisonHaveItsTableAndSayWhatIsSure) {
  ASSERT_EQ(sendcap({"compare", "desk.yaml", "one.yaml", "--replications", "8", "--out", "found", "--xlsx",
                     "plans.xlsx"})
                .exit_code,
            0);
  EXPECT_EQ(read_back("plans.xlsx"), "Summary\nResults\nMeasures\nAssumptions\n");
  const std::vector<Cells> shown = sheet("plans.xlsx", "Results");
  const std::vector<Cells> table = split(read("found/comparison.csv"), ',');
  ASSERT_EQ(shown.size(), table.size());
  for (std::size_t row = 1; row < shown.size(); ++row) {
    Cells cells = shown[row];
    cells.resize(table[row].size());
    expect_same(cells, table[row]);
  }
  const std::string summary = read_back("plans.xlsx", "Summary");
  EXPECT_THAT(summary, AllOf(HasSubstr("\none more\t"), HasSubstr("\tclearly better\n"),
                             HasSubstr("\nvisit (pathway)\twaiting\t2026-01-01\tchildren\t"),
                             HasSubstr("\nCost beyond the scenario as it stands\n"), HasSubstr("\nTargets\n"),
                             HasSubstr("children are waiting for visit on 2026-01-01")));
}

TEST_F(Workbooks, AreRefusedBeforeTheWorkWhereTheyCanNotBe) {
  ASSERT_EQ(shell("mkdir folder.xlsx").exit_code, 0);
  const auto run = [&](const std::vector<std::string>& more) {
    std::vector<std::string> words{"run", "desk.yaml", "--replications", "1000000"};
    words.insert(words.end(), more.begin(), more.end());
    return sendcap(words);
  };
  const Answer name = run({"--xlsx", "desk.csv"});
  EXPECT_EQ(name.exit_code, 2);
  EXPECT_EQ(name.err,
            "sendcap: --xlsx writes a workbook, whose name ends in .xlsx; 'desk.csv' does not\n"
            "hint: write --xlsx 'desk.xlsx'\n");
  const Answer folder = run({"--xlsx", "folder.xlsx"});
  EXPECT_EQ(folder.exit_code, 2);
  EXPECT_THAT(folder.err, HasSubstr("--xlsx wants a file, and 'folder.xlsx' is a folder"));
  const Answer nowhere = run({"--xlsx", "no/such/folder.xlsx"});
  EXPECT_EQ(nowhere.exit_code, 1);
  EXPECT_THAT(nowhere.err, HasSubstr("--xlsx"));
  const Answer twice = run({"--report", "./one.xlsx", "--xlsx", "one.xlsx"});
  EXPECT_EQ(twice.exit_code, 2);
  EXPECT_THAT(twice.err, HasSubstr("--report and --xlsx name the same file, 'one.xlsx'"));
  EXPECT_THAT(sendcap({"compare", "desk.yaml", "one.yaml", "--report", "one.xlsx", "--xlsx", "one.xlsx"}).err,
              HasSubstr("--report and --xlsx name the same file"));
  EXPECT_THAT(run({"--xlsx", ""}).err, HasSubstr("--xlsx wants the name of a file"));
  EXPECT_THAT(files_in("."), ElementsAre("desk.yaml", "folder.xlsx", "one.yaml")) << "nothing half written";
}

class Inputs : public Workbooks {};

TEST_F(Inputs, AreListedInTheOrderOfTheLanguageForATerminal) {
  const Answer answer = sendcap({"inputs", "desk.yaml"});
  ASSERT_EQ(answer.exit_code, 0) << answer.err;
  EXPECT_THAT(answer.out, HasSubstr("\ndemand.new.rate                             360 per year     "
                                    "240 to 480 per year\n    assumption: =1+1. How many arrive."));
  EXPECT_THAT(answer.out, HasSubstr("(desk.yaml:7)\n"));
  EXPECT_LT(answer.out.find("demand.new.rate"), answer.out.find("services.desk.staff"));
  std::istringstream lines(answer.out);
  for (std::string line; std::getline(lines, line);) {
    EXPECT_LE(line.size(), 80U + 1U) << line << " (a pound sign has two bytes)";
    EXPECT_NE(line.empty() ? 'x' : line.back(), ' ') << line;
  }
}

TEST_F(Inputs, OfAPlanStandBesideThoseOfTheScenario) {
  const Answer answer = sendcap({"inputs", "desk.yaml", "--plan", "one.yaml", "--set",
                                 "demand.new.rate=400 per year", "--format", "csv"});
  ASSERT_EQ(answer.exit_code, 0) << answer.err;
  const std::vector<Cells> table = split(answer.out, ',');
  EXPECT_THAT(table.front(), ElementsAre("plan", "input", "value", "unit", "low", "high", "quality", "source",
                                         "help", "file", "line", "as written", "also used at"));
  const auto row = [&](const std::string& plan, const std::string& end) {
    for (const Cells& one : table)
      if (one[0] == plan && one[1].size() >= end.size() &&
          one[1].compare(one[1].size() - end.size(), end.size(), end) == 0)
        return one;
    return Cells(13);
  };
  EXPECT_EQ(row("", "services.desk.staff")[2], "1");
  EXPECT_EQ(row("", "services.desk.cost")[11], "£50,000");
  EXPECT_EQ(row("one more", ".by")[9], "one.yaml");
}

TEST_F(Inputs, WithARangeAloneWhenAskedFor) {
  const std::vector<Cells> table =
      split(sendcap({"inputs", "desk.yaml", "--uncertain", "--format", "csv"}).out, ',');
  ASSERT_THAT(table, SizeIs(2));
  EXPECT_EQ(table.back()[1], "demand.new.rate");
  EXPECT_THAT(sendcap({"inputs", "desk.yaml", "--uncertain"}).out, HasSubstr("\n1 input\n"));
}

TEST_F(Inputs, GoIntoAWorkbookWithRoomForAReadersOwnValues) {
  const Answer answer = sendcap({"inputs", "desk.yaml", "--plan", "one.yaml", "--xlsx", "inputs.xlsx"});
  ASSERT_EQ(answer.exit_code, 0) << answer.err;
  EXPECT_THAT(answer.out, IsEmpty());
  EXPECT_EQ(read_back("inputs.xlsx"), "Inputs\n");
  std::vector<Cells> shown = sheet("inputs.xlsx", "Inputs");
  EXPECT_EQ(shown.front()[6], "Your value");
  const std::vector<Cells> table =
      split(sendcap({"inputs", "desk.yaml", "--plan", "one.yaml", "--format", "csv"}).out, ',');
  ASSERT_EQ(shown.size(), table.size());
  for (std::size_t row = 0; row < shown.size(); ++row) {
    if (row > 0) {
      EXPECT_EQ(shown[row][6], "");
    }
    shown[row].erase(shown[row].begin() + 6);
    shown[row].resize(table[row].size());
    expect_same(shown[row], table[row]);
  }
}

TEST_F(Inputs, OfAFileWithMistakesAreNotListed) {
  write("wrong.yaml", "title: Wrong\nclock: {start: 2025-01-01, run fro: 1 year}\n");
  const Answer answer = sendcap({"inputs", "wrong.yaml", "--xlsx", "inputs.xlsx"});
  EXPECT_EQ(answer.exit_code, 2);
  EXPECT_THAT(answer.err, HasSubstr("SEND-207"));
  EXPECT_THAT(answer.out, IsEmpty());
  EXPECT_FALSE(exists("inputs.xlsx"));
  EXPECT_THAT(sendcap({"inputs", "desk.yaml", "--format", "json"}).err,
              HasSubstr("--format can not be 'json'"));
}

}  // namespace
}  // namespace sendcap::testing
