#include "html.hpp"
#include "sections.hpp"

// What is needed to make the same report again, and what it must not be used for.

namespace sendcap::report {
namespace {

std::string words_of(const Json& value) {
  return value.is_string() ? value.get<std::string>() : value.dump();
}

}  // namespace

std::string how_it_was_made(const Json& document) {
  HtmlTable facts;
  facts.caption = "What was asked for";
  facts.columns = {{"What"}, {"Is"}};
  for (const char* field :
       {"program", "scenario", "seed", "confidence", "replications", "small_counts_left_out"})
    if (document.contains(field)) {
      std::string name = field;
      for (char& letter : name)
        if (letter == '_') letter = ' ';
      if (document.at(field).is_object()) continue;
      facts.rows.push_back({name, words_of(document.at(field))});
    }
  if (document.contains("scenario") && document.at("scenario").is_object()) {
    const Json& scenario = document.at("scenario");
    if (scenario.contains("title")) facts.rows.push_back({"scenario", words_of(scenario.at("title"))});
    if (scenario.contains("files"))
      for (const Json& file : scenario.at("files"))
        facts.rows.push_back({words_of(file.at("name")), "SHA-256 " + words_of(file.at("sha256"))});
  }
  return html_table(facts) +
         "<p>The same files, seed and version of the program give the same numbers, whatever the machine's "
         "number of processors.</p>\n"
         "<h3>What this is fit for</h3>\n"
         "<p>Comparing plans for the services in the scenario, on the assumptions it states; seeing which "
         "assumptions matter; asking better questions of the data.</p>\n"
         "<h3>What it must not be used for</h3>\n"
         "<ul><li>Decisions about a single child.</li>"
         "<li>Claims about what will happen: the numbers say what would follow if the assumptions held.</li>"
         "<li>Judging schools or staff.</li></ul>\n";
}

}  // namespace sendcap::report
