#include "sendcap/scenario/language/csv_read.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace sendcap::scenario {
namespace {

struct Read {
  std::vector<std::vector<std::string>> fields;
  std::string said;
};

Read read(const std::string& text) {
  Sources sources;
  Diagnostics diagnostics;
  const auto records = read_csv(sources, sources.add("list.csv", text), diagnostics);
  Read result;
  if (records)
    for (const CsvRecord& record : *records) {
      result.fields.emplace_back();
      for (const CsvField& field : record) result.fields.back().push_back(field.text);
    }
  for (const Diagnostic& one : diagnostics.all())
    result.said += sources.describe(one.place) + ": " + one.message + "\n";
  return result;
}

using Fields = std::vector<std::vector<std::string>>;

TEST(Csv, QuotesHoldCommasQuotesAndLines) {
  EXPECT_EQ(read("a,b\r\n\"2,389\",\"say \"\"no\"\"\"\r\n\"two\nlines\",\r\n").fields,
            (Fields{{"a", "b"}, {"2,389", "say \"no\""}, {"two\nlines", ""}}));
}

TEST(Csv, NotesAndEmptyLinesArePassedOver) {
  EXPECT_EQ(read("# from the newspaper, p. 3\n\na,b\n1, 2 \n\n").fields, (Fields{{"a", "b"}, {"1", "2"}}));
}

TEST(Csv, EveryMistakeIsToldWithItsPlace) {
  EXPECT_EQ(read("date,value\n2025-01-01,2,389\n2025-02-01,a\"b\n2025-03-01,\"1\" x\n").said,
            "list.csv:2:14: this line has 3 fields, the first line has 2\n"
            "list.csv:3:13: a quote stands within a field that does not begin with one\n"
            "list.csv:4:15: text stands behind the closing quote\n");
  EXPECT_EQ(read("a\n\"open\n").said, "list.csv:2:1: a quote is not closed\n");
  EXPECT_EQ(read("date;value\n2025-01-01;5\n").said, "list.csv:1:1: the fields are not apart by commas\n");
  EXPECT_EQ(read("# nothing\n").said, "list.csv:1:1: nothing is written here\n");
}

}  // namespace
}  // namespace sendcap::scenario
