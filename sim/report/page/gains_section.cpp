#include <cmath>
#include <cstddef>
#include <string>
#include <vector>

#include "../figure_words.hpp"
#include "../shown_number.hpp"
#include "../who_gains.hpp"
#include "chart.hpp"
#include "results_view.hpp"
#include "sections.hpp"

// Which groups of children gain and lose with each plan, and which gaps between groups it moves, from a
// `comparison.json`.

namespace sendcap::report {
namespace {

// The subject, and when, in a line each.
std::string in_lines(std::string of) {
  if (const std::size_t last = of.rfind(", "); last != std::string::npos) of.replace(last, 2, "|");
  return of;
}

// Of which no group loses, so many panels at the most.
constexpr std::size_t kMostPanels = 8;

double size_of(const Json& group) {
  const Json share = group.value("share", Json());
  return std::abs(share.is_number() ? share.get<double>() : group.at("mean").get<double>());
}

// `−22%` of what the group has, of a share in points.
std::string size_words(const Json& group, const std::string& unit) {
  const Json share = group.value("share", Json());
  if (share.is_number()) return shown(share.get<double>() * 100, 0, Style::signed_plain) + "%";
  return change_words({group.at("mean"), group.at("mean"), group.at("mean")}, unit);
}

// A group, and of what it gains or loses.
struct Most {
  const Json* of = nullptr;
  const Json* group = nullptr;
};

// Of fewer children a share says little: one child more of three is a third.
bool is_of_few(const Json& one, const Json& group) {
  constexpr double kFew = 10;
  const Json before = group.value("as_it_stands", Json());
  return one.at("unit") == "children" && before.is_number() && before.get<double>() < kFew;
}

// The group that gains, or loses, most for what it has; one of few children only where there is no other.
Most most(const Json& plan, bool gains) {
  Most found;
  bool found_few = true;
  for (const Json& one : plan.at("gains_and_losses"))
    for (const Json& group : one.at("groups")) {
      if (group.at("gains") != gains) continue;
      const bool few = is_of_few(one, group);
      if (found.group != nullptr && (few != found_few ? few : size_of(group) <= size_of(*found.group)))
        continue;
      found = {&one, &group};
      found_few = few;
    }
  return found;
}

// `Redditch, in the list for autism assessment (−22%)`.
std::string most_words(const Most& found) {
  const std::string of = found.of->at("of");
  const std::string unit = found.of->at("unit");
  return found.group->at("group").get<std::string>() + ", in " + of.substr(0, of.rfind(" (" + unit + ")")) +
         " (" + size_words(*found.group, unit) + ")";
}

// `bundle: no group clearly loses; most is gained by 16 to 18, in the list for autism assessment (−42%)`.
std::string heading_of(const Json& plan) {
  const Most loses = most(plan, false);
  const Most gains = most(plan, true);
  std::string text =
      plan.at("plan").get<std::string>() + ": " +
      (loses.group == nullptr ? "no group clearly loses" : "most is lost by " + most_words(loses)) + "; " +
      (gains.group == nullptr ? "no group clearly gains" : "most is gained by " + most_words(gains));
  const std::string but = gains.of == nullptr ? "" : gains.of->value("but", "");
  return but.empty() ? text : text + ", " + but;
}

bool anyone_loses(const Json& one) {
  for (const Json& group : one.at("groups"))
    if (!group.at("gains").get<bool>()) return true;
  return false;
}

void add_panel(const Json& one, Chart& chart) {
  const std::string but = one.value("but", "");
  const std::string panel = in_lines(one.at("of")) + "|by " + one.at("dimension").get<std::string>() +
                            (but.empty() ? "" : "|" + but);
  const double scale = one.at("unit") == "share" ? 100 : 1;  // in percentage points
  for (const Json& group : one.at("groups"))
    chart.values.push_back(drawn({{"panel", panel},
                                  {"group", group.at("group")},
                                  {"who", group.at("gains").get<bool>() ? "gains" : "loses"}},
                                 scaled(interval_in(group), scale)));
}

void add_rows(const Json& one, Chart& chart) {
  const std::string unit = one.at("unit");
  const std::string but = one.value("but", "");
  for (const Json& group : one.at("groups")) {
    const Json before = group.value("as_it_stands", Json());
    const double mean = before.is_number() ? before.get<double>() : 0;
    chart.table.rows.push_back({one.at("of").get<std::string>() + (but.empty() ? "" : ", " + but),
                                one.at("dimension"), group.at("group"),
                                group.at("gains").get<bool>() ? "gains" : "loses",
                                before.is_number() ? value_words({mean, mean, mean}, unit) : "–",
                                change_words(interval_in(group), unit),
                                group.value("share", Json()).is_number() ? size_words(group, unit) : "–"});
  }
}

Chart gains_chart(const Json& plan, std::size_t number_of_chart) {
  Chart chart;
  chart.id = "gains-" + std::to_string(number_of_chart);
  chart.picture = "gains";
  chart.heading = heading_of(plan);
  chart.words =
      "A panel for each measure and dimension in which a group loses, then of those in which groups only "
      "gain "
      "(so that there are " +
      std::to_string(kMostPanels) +
      " at the most); in it a point for each group that gains (circles) or loses (diamonds), the difference "
      "to the scenario as it stands with its interval; of shares, in percentage points. " +
      kWhatCounts;
  chart.table.caption = "Who gains and who loses with " + plan.at("plan").get<std::string>();
  chart.table.columns = {{"Of what"},
                         {"By"},
                         {"Who"},
                         {"Gains or loses"},
                         {"As it stands", true},
                         {"Difference, with interval", true},
                         {"Of what it has", true}};
  std::size_t panels = 0;
  for (const Json& one : plan.at("gains_and_losses")) {
    add_rows(one, chart);
    if (panels >= kMostPanels && !anyone_loses(one)) continue;
    ++panels;
    add_panel(one, chart);
  }
  return chart;
}

// In words, and in what: `60 weeks (16 to 18 above 0 to 4)`.
std::string gap_words(const Json& gap, const std::string& unit) {
  return value_words(interval_in(gap), unit) + ": " + gap.at("highest").get<std::string>() + " above " +
         gap.at("lowest").get<std::string>();
}

std::string gaps_table(const Json& comparison) {
  HtmlTable table;
  table.caption = "How plans move the widest gap between groups of children";
  table.columns = {{"Plan"}, {"Gap in"}, {"By"}, {"As things stand"}, {"With the plan"}, {"Widest gap"}};
  for (const Json& plan : comparison.at("plans"))
    for (const Json& gap : plan.value("widest_gaps", Json::array())) {
      const std::string unit = gap.at("unit");
      const engine::Interval change = interval_in(gap.at("difference"));
      table.rows.push_back({plan.at("plan"), gap.at("of"), gap.at("dimension"),
                            gap_words(gap.at("as_it_stands"), unit), gap_words(gap.at("with_plan"), unit),
                            (change.mean < 0 ? "shrinks, " : "grows, ") + change_words(change, unit)});
    }
  if (table.rows.empty())
    return "<p>No plan clearly moves the widest gap in waits between groups of children.</p>\n";
  return "<h3>Whether gaps between groups shrink or grow</h3>\n<p class=\"words\">How much longer the group "
         "that has waited longest has waited than the group that has waited least; only what a plan clearly "
         "changes (all its gaps judged together), of groups of which at least ten wait.</p>\n" +
         html_table(table);
}

}  // namespace

std::string gains_section(const Json& comparison) {
  std::vector<Chart> charts;
  for (const Json& plan : comparison.at("plans"))
    if (plan.contains("gains_and_losses")) charts.push_back(gains_chart(plan, charts.size() + 1));
  const std::string html = html_figures(charts);
  if (html.empty()) return "<p>No group of children clearly gains or loses with any of the plans.</p>\n";
  return html + gaps_table(comparison);
}

}  // namespace sendcap::report
