#include <gtest/gtest.h>

#include <string>

#include "reading.hpp"

namespace sendcap::scenario {
namespace {

TEST(Yaml, KeepsOrderTextAndPlaces) {
  const Text file("b: 010\na:\n  - 'no'\n  - {c: 1e3}\n");
  ASSERT_TRUE(file.node);
  const Node& root = *file.node;
  ASSERT_TRUE(root.is_mapping());
  EXPECT_EQ(root.children[0].key, "b");
  EXPECT_EQ(root.children[0].text, "010") << "no number is read before its field is known";
  const Node& list = *root.find("a");
  ASSERT_EQ(list.children.size(), 2U);
  EXPECT_TRUE(list.children[0].quoted);
  EXPECT_EQ(list.children[0].place.line, 3U);
  EXPECT_EQ(list.children[0].place.column, 5U);
  const Node& entry = *list.children[1].find("c");
  EXPECT_EQ(entry.key_place.column, 6U);
  EXPECT_EQ(entry.place.column, 9U);
}

TEST(Yaml, CountsColumnsInCharacters) {
  const Text file("é: £5, a: b\n");
  EXPECT_EQ(file.mistakes().at(0).substr(0, 4), "1:9 ") << "é and £ are one character each";
}

TEST(Yaml, WritesOutAliases) {
  const Text file("usual: &usual {sessions: 2}\nnorth: *usual\n");
  ASSERT_TRUE(file.node);
  EXPECT_EQ(file.node->find("north")->find("sessions")->text, "2");
}

TEST(Yaml, ReadsWindowsFilesAndByteOrderMarks) {
  const Text file(
      "\xEF\xBB\xBF"
      "a: 1\r\nb: x\r\n");
  ASSERT_TRUE(file.node);
  EXPECT_EQ(file.node->find("b")->text, "x");
  EXPECT_EQ(file.node->find("a")->key_place.column, 1U);
}

TEST(Yaml, RefusesAKeyThatStandsTwice) {
  const Text file("a: 1\nb: 2\na: 3\n");
  EXPECT_FALSE(file.node);
  ASSERT_EQ(file.mistakes(), Lines{"3:1 SEND-102: the key 'a' stands twice in this block"});
  const Note& first = file.diagnostics.all()[0].notes.at(0);
  EXPECT_EQ(first.place.line, 1U);
}

TEST(Yaml, TellsAllDoubledKeysAtOnce) {
  EXPECT_EQ(Text("a: 1\na: 2\nb: {c: 1, c: 2}\n").mistakes().size(), 2U);
}

struct BadText {
  std::string yaml;
  std::string mistake;
};

TEST(Yaml, RefusesWhatIsUnclear) {
  const std::string deep = std::string("a: ").append(150, '[').append("1").append(150, ']');
  const std::string long_key = std::string(251, 'k').append(": 1");
  const BadText texts[] = {
      {"a: 1\n---\nb: 2\n", "2:1 SEND-103: a second document begins here"},
      {"", "1:1 SEND-104: nothing is written here"},
      {"# only a comment\n", "1:1 SEND-104: nothing is written here"},
      {"a: !Gamma 3\n", "1:4 SEND-105: the tag '!Gamma' has no meaning in a scenario"},
      {"a: ! 3\n", "1:4 SEND-105: the tag '!' has no meaning in a scenario"},
      {deep, "1:103 SEND-106: blocks are nested more than 100 deep"},
      {"a: caf\xE9\n", "1:7 SEND-108: this is not UTF-8 text | save the file as UTF-8"},
      {"a: x\x04y\n", "1:5 SEND-108: a control character stands here | delete it"},
      {"a: &a {b: 1}\nc: {<<: *a}\n",
       "2:5 SEND-109: merge keys ('<<') are not part of the scenario language"},
      {"a: *b\n", "1:4 SEND-110: no block was given this name with '&' before"},
      {"a: &a [*a]\n", "1:8 SEND-110: the alias stands inside the block it stands for"},
      {"{a: 1}: 2\n", "1:1 SEND-111: a key has to be plain text"},
      {"a\rb: 2\n", "1:2 SEND-108: a control character stands here | delete it"},
      {long_key, "1:1 SEND-111: a key is longer than 250 letters"},
      {": 2\n", "1:1 SEND-111: a key is missing before the colon"},
  };
  for (const BadText& text : texts) {
    const Text file(text.yaml);
    EXPECT_FALSE(file.node) << text.yaml;
    EXPECT_EQ(file.mistakes(), Lines{text.mistake}) << text.yaml;
  }
}

TEST(Yaml, ExplainsSlipsOfSyntaxInPlainWords) {
  const BadText texts[] = {
      {"a:\n\tb: 1\n", "2:3 SEND-101: a tab stands where the line is indented | indent with spaces"},
      {"a: {b: 1\nc: 2\n", "1:4 SEND-101: a '{' is not closed | add the missing '}'"},
      {"a: [1, 2\n", "1:4 SEND-101: a '[' is not closed | add the missing ']'"},
      {"a: \"x\nb: 2\n", "1:4 SEND-101: a quote is not closed"},
      {"a:\n  b: 1\n c: 2\n",
       "3:2 SEND-101: this line does not fit the block it stands in | begin all keys of a block in the same "
       "column, "
       "with a space after each colon"},
      {"a: b: c\n",
       "1:5 SEND-101: a second colon makes this line unclear | put a text that holds ': ' in quotes, and "
       "begin a new "
       "block on a new line"},
      {"- 1\nb: 3\n", "2:1 SEND-101: this line does not belong to what stands before it"},
      {"a: @x\n", "1:4 SEND-101: a text can not begin with this character | put the text in quotes"},
  };
  for (const BadText& text : texts) {
    EXPECT_EQ(Text(text.yaml).mistakes(), Lines{text.mistake}) << text.yaml;
  }
}

TEST(Yaml, StopsATextThatWouldGrowWithoutBound) {
  std::string bomb = "a: &a [x, x, x, x, x, x, x, x, x, x]\n";
  for (char name = 'b'; name <= 'j'; ++name) {
    bomb.append(1, name).append(": &").append(1, name).append(" [");
    for (int times = 0; times < 10; ++times)
      bomb.append("*").append(1, static_cast<char>(name - 1)).append(", ");
    bomb.append("]\n");
  }
  EXPECT_EQ(Text(bomb).diagnostics.all().at(0).code, Code::too_large);
}

TEST(Yaml, StopsNestingByAliasesToo) {
  std::string tower = "a0: &a0 [x]\n";
  for (int level = 1; level < 120; ++level) {
    const std::string number = std::to_string(level);
    const std::string before = std::to_string(level - 1);
    tower.append("a").append(number).append(": &a").append(number).append(" [*a").append(before).append(
        "]\n");
  }
  EXPECT_EQ(Text(tower).diagnostics.all().at(0).code, Code::nesting);
}

TEST(WrittenYaml, ReadsBackTheSame) {
  const std::string texts[] = {
      "a: 1\nb: [x, y]\nc:\n  d: {}\n  e: []\n",
      "- a: 1\n  b: 2\n- [1, [2, 3]]\n- - x: 1\n- text\n",
      "a: 'it''s: odd # yes'\nb: ''\nc: \"two\\nlines\\tand \\\"quotes\\\"\"\nd: '- x'\ne: 'null'\n",
      "'a: b': '£1,200'\n' x': 'y '\n'<<': z\n",
      "a:\n",
  };
  for (const std::string& text : texts) {
    const Text file(text);
    ASSERT_TRUE(file.node) << text;
    const Text block(to_yaml(*file.node));
    ASSERT_TRUE(block.node) << to_yaml(*file.node);
    EXPECT_TRUE(same_content(*file.node, *block.node)) << to_yaml(*file.node);
    const Text line(to_yaml_line(*file.node));
    ASSERT_TRUE(line.node) << to_yaml_line(*file.node);
    EXPECT_TRUE(same_content(*file.node, *line.node)) << to_yaml_line(*file.node);
  }
}

TEST(WrittenJson, KnowsNumbersWordsAndTexts) {
  const Text file("a: 1.50\nb: '1'\nc: true\nd: 14 days\ne:\nf: [1, {g: x}]\nh: 1,883\n");
  EXPECT_EQ(
      to_json(*file.node),
      "{\n  \"a\": 1.5,\n  \"b\": \"1\",\n  \"c\": true,\n  \"d\": \"14 days\",\n  \"e\": null,\n  \"f\": [\n"
      "    1,\n    {\n      \"g\": \"x\"\n    }\n  ],\n  \"h\": \"1,883\"\n}\n");
}

}  // namespace
}  // namespace sendcap::scenario
