#include "html.hpp"
#include "sections.hpp"

// What is needed to make the same report again.

namespace sendcap::report {

namespace {

// Of a run those of its first plan; null where a document does not say.
Json replications_of(const Json& document) {
  if (document.contains("replications")) return document.at("replications");
  const bool of_plans = document.contains("plans") && !document.at("plans").empty();
  return of_plans ? document.at("plans").at(0).value("replications", Json()) : Json();
}

}  // namespace

std::string how_it_was_made(const std::string& document_name, const Json& document) {
  HtmlTable facts;
  facts.caption = "What was asked for: " + document_name;
  facts.columns = {{"What"}, {"Is"}};
  const Json& program = document.at("program");
  const Json& scenario = document.at("scenario");
  facts.rows = {
      {"program", program.at("name").get<std::string>() + " " + program.at("version").get<std::string>()},
      {"scenario", scenario.at("title")},
      {"seed", document.at("seed").dump()},
      {"confidence of intervals", document.at("confidence").dump()},
      {"counts of real children left out up to", document.at("small_counts_left_out").dump()}};
  if (const Json replications = replications_of(document); !replications.is_null())
    facts.rows.push_back({"replications", replications.dump()});
  if (document.at("precision").is_number())
    facts.rows.push_back({"until the intervals were, relative to the mean", document.at("precision").dump()});
  for (const Json& change : scenario.at("overrides")) facts.rows.push_back({"changed value", change});
  for (const Json& file : scenario.at("files"))
    facts.rows.push_back({file.at("name"), "SHA-256 " + file.at("sha256").get<std::string>()});
  return html_table(facts) +
         "<p>The same files, seed, replications and version of the program give the same numbers, whatever "
         "the "
         "machine's number of processors.</p>\n";
}

}  // namespace sendcap::report
