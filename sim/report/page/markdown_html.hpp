#pragma once

#include <string>

namespace sendcap::report {

// HTML of a page of Markdown as markdown_text.hpp writes it: headings, paragraphs, lists within lists, tables
// and names in bold. Headings are one level deeper than in the page, whose title is left out; a long table
// can be opened; pictures (fenced blocks with a language) are left out, other fenced text stands as it is.
[[nodiscard]] std::string html_of_markdown(const std::string& page);

}  // namespace sendcap::report
