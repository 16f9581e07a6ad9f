#include <gtest/gtest.h>

#include <map>
#include <string>

#include "reading.hpp"
#include "sendcap/scenario/language/include_files.hpp"

namespace sendcap::scenario {
namespace {

/// A folder of files that exists only here.
struct Folder {
  std::map<std::string, std::string> files;
  Sources sources;
  Diagnostics diagnostics;
  std::optional<Node> tree;

  Folder(std::map<std::string, std::string> given, const std::string& first) : files(std::move(given)) {
    const FileReader read_file = [this](const std::string& path) -> std::optional<std::string> {
      const auto found = files.find(path);
      if (found == files.end()) return std::nullopt;
      return found->second;
    };
    tree = read_yaml_file(sources, first, read_file, diagnostics);
  }
  [[nodiscard]] std::string mistake() const {
    const Diagnostic& first = diagnostics.all().at(0);
    return sources.name(first.place.file) + ":" + in_one_line(first);
  }
};

TEST(Include, PutsTheContentsOfAFileInItsPlace) {
  const Folder folder(
      {{"county/base.yaml", "title: x\nservices:\n  include: [parts/ot.yaml, parts/paed.yaml]\n"},
       {"county/parts/ot.yaml", "occupational therapy: {include: deep/staff.yaml}\n"},
       {"county/parts/deep/staff.yaml", "staff: 14\n"},
       {"county/parts/paed.yaml", "paediatrics: {staff: 3}\n"}},
      "county/base.yaml");
  ASSERT_TRUE(folder.tree) << render(folder.diagnostics, folder.sources);
  const Node& services = *folder.tree->find("services");
  EXPECT_EQ(services.find("include"), nullptr);
  const Node& staff = *services.find("occupational therapy")->find("staff");
  EXPECT_EQ(staff.text, "14");
  EXPECT_EQ(folder.sources.name(staff.place.file), "county/parts/deep/staff.yaml");
  EXPECT_EQ(services.find("paediatrics")->find("staff")->text, "3");
}

TEST(Include, MergesMappingsDeeply) {
  const Folder folder({{"a.yaml", "include: b.yaml\nx: {own: 1}\n"}, {"b.yaml", "x: {theirs: 2}\ny: 3\n"}},
                      "a.yaml");
  ASSERT_TRUE(folder.tree);
  EXPECT_EQ(folder.tree->find("x")->children.size(), 2U);
  EXPECT_EQ(folder.tree->find("y")->text, "3");
}

TEST(Include, RefusesAValueGivenByTwoFiles) {
  const Folder folder({{"a.yaml", "include: b.yaml\nx: {own: 1}\n"}, {"b.yaml", "y: 2\nx:\n  own: 2\n"}},
                      "a.yaml");
  EXPECT_FALSE(folder.tree);
  EXPECT_EQ(folder.mistake(), "b.yaml:3:3 SEND-124: 'own' is given by two files");
  const Note& other = folder.diagnostics.all()[0].notes.at(0);
  EXPECT_EQ(folder.sources.describe(other.place), "a.yaml:2:5");
}

TEST(Include, StaysInItsFolder) {
  for (const char* path : {"/etc/passwd", "../b.yaml", "x/../../b.yaml", "c:b.yaml", "x\\b.yaml"}) {
    const Folder folder({{"county/a.yaml", std::string("include: '") + path + "'\n"}, {"b.yaml", "x: 1\n"}},
                        "county/a.yaml");
    EXPECT_EQ(folder.mistake(),
              std::string("county/a.yaml:1:10 SEND-122: '") + path +
                  "' is not in the folder of this file or below | name it from this file's folder, "
                  "without '..' or a leading '/'");
  }
}

TEST(Include, RefusesCirclesMissingFilesAndListsOfValues) {
  EXPECT_EQ(
      Folder({{"a.yaml", "include: b.yaml\n"}, {"b.yaml", "x: {include: a.yaml}\n"}}, "a.yaml").mistake(),
      "b.yaml:1:14 SEND-123: 'a.yaml' includes itself | remove one of the includes a.yaml → b.yaml → a.yaml");
  EXPECT_EQ(Folder({{"a.yaml", "x: 1\ninclude: b.yaml\n"}}, "a.yaml").mistake(),
            "a.yaml:2:10 SEND-121: the file 'b.yaml' can not be read");
  EXPECT_EQ(Folder({{"a.yaml", "x: 1\ninclude: b.yaml\n"}, {"b.yaml", "[1, 2]\n"}}, "a.yaml").mistake(),
            "a.yaml:2:10 SEND-125: 'b.yaml' does not hold 'key: value' lines");
  EXPECT_EQ(Folder({{"a.yaml", "include: {b: 1}\n"}}, "a.yaml").mistake(),
            "a.yaml:1:10 SEND-125: expected the name of a file");
}

TEST(Include, StandsAloneForAListInAFile) {
  const Folder folder({{"a.yaml", "joint: {include: b.yaml}\n"}, {"b.yaml", "- {age: 4}\n- {age: 5}\n"}},
                      "a.yaml");
  ASSERT_TRUE(folder.tree);
  const Node* joint = folder.tree->find("joint");
  ASSERT_NE(joint, nullptr);
  ASSERT_TRUE(joint->is_list());
  ASSERT_EQ(joint->children.size(), 2U);
  EXPECT_EQ(joint->children[1].find("age")->text, "5");
}

TEST(Include, SaysWhenTheFirstFileIsMissing) {
  const Folder folder({}, "county.yaml");
  EXPECT_EQ(render(folder.diagnostics, folder.sources),
            "error SEND-121: the file 'county.yaml' can not be read\n");
}

TEST(Include, TellsTheMistakesOfAllFilesAtOnce) {
  const Folder folder(
      {{"a.yaml", "include: [b.yaml, c.yaml]\n"}, {"b.yaml", "x: 1\nx: 2\n"}, {"c.yaml", "y: [\n"}},
      "a.yaml");
  EXPECT_EQ(folder.diagnostics.errors(), 2U);
}

}  // namespace
}  // namespace sendcap::scenario
