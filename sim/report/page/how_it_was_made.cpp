#include "html.hpp"
#include "sections.hpp"

// What is needed to make the same report again.

namespace sendcap::report {

std::string how_it_was_made(const Json& document) {
  HtmlTable facts;
  facts.caption = "What was asked for";
  facts.columns = {{"What"}, {"Is"}};
  const Json& program = document.at("program");
  const Json& scenario = document.at("scenario");
  facts.rows = {{"program", program.at("name").get<std::string>() + " " + program.at("version").get<std::string>()},
                {"scenario", scenario.at("title")},
                {"seed", document.at("seed").dump()},
                {"confidence of intervals", document.at("confidence").dump()},
                {"counts of real children left out up to", document.at("small_counts_left_out").dump()}};
  for (const Json& change : scenario.at("overrides")) facts.rows.push_back({"changed value", change});
  for (const Json& file : scenario.at("files"))
    facts.rows.push_back({file.at("name"), "SHA-256 " + file.at("sha256").get<std::string>()});
  return html_table(facts) +
         "<p>The same files, seed and version of the program give the same numbers, whatever the machine's "
         "number of processors.</p>\n";
}

}  // namespace sendcap::report
