// Our Markdown as HTML.

#include "report/page/markdown_html.hpp"

#include <gtest/gtest.h>

#include <string>

#include "report/markdown_text.hpp"

namespace sendcap::report {
namespace {

TEST(HtmlOfMarkdown, MakesHeadingsOneLevelDeeperAndLeavesTheTitleOut) {
  EXPECT_EQ(html_of_markdown(heading(1, "Title") + heading(2, "a & b") + paragraph("x < y")),
            "<h3>a &amp; b</h3>\n<p>x &lt; y</p>\n");
}

TEST(HtmlOfMarkdown, KeepsWhatMarkdownWouldTakeForMarks) {
  EXPECT_EQ(html_of_markdown(paragraph("2 * 3 * 4 and a_b and [x]")), "<p>2 * 3 * 4 and a_b and [x]</p>\n");
}

TEST(HtmlOfMarkdown, NestsLists) {
  const std::string page =
      item(0, "first", "one") + item(1, "within") + item(1, "beside") + item(0, "second");
  EXPECT_EQ(
      html_of_markdown(page),
      "<ul>\n<li><strong>first</strong>: one<ul>\n<li>within</li>\n<li>beside</li>\n</ul></li>\n<li>second"
      "</li></ul>\n");
}

TEST(HtmlOfMarkdown, MakesTablesWhoseCellsMayHoldBars) {
  const std::string page =
      heading(2, "Figures") + table_row({"What", "Is"}) + table_rule(2) + table_row({"a|b", ""});
  const std::string html = html_of_markdown(page);
  EXPECT_NE(html.find("<caption>Figures</caption>"), std::string::npos);
  EXPECT_NE(html.find("<th scope=\"row\">a|b</th><td></td></tr>"), std::string::npos);
}

TEST(HtmlOfMarkdown, LetsALongTableBeOpened) {
  std::string page = heading(2, "Many") + table_row({"What"}) + table_rule(1);
  for (int row = 0; row < 16; ++row) page += table_row({std::to_string(row)});
  EXPECT_NE(html_of_markdown(page).find("<details><summary>Many: 16 rows</summary>"), std::string::npos);
}

TEST(HtmlOfMarkdown, LeavesPicturesOut) {
  EXPECT_EQ(html_of_markdown("```mermaid\nflowchart LR\n  a --> b\n```\n\nafter\n"), "<p>after</p>\n");
}

TEST(HtmlOfMarkdown, LeavesACommandAsItStands) {
  EXPECT_EQ(html_of_markdown(fenced("sendcap run 'a <b>.yaml'")),
            "<pre><code>sendcap run 'a &lt;b&gt;.yaml'\n</code></pre>\n");
}

}  // namespace
}  // namespace sendcap::report
