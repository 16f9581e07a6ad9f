#pragma once

#include <nlohmann/json.hpp>
#include <string>

// Documents of results written by hand, so that what their page says can be read off.

namespace sendcap::testing {

/// A number over two dates, give or take 5 at the end.
nlohmann::json series(const std::string& kind, const std::string& measure, const std::string& subject,
                      double start, double end, const std::string& group = "all",
                      const std::string& unit = "children");
/// What was asked for, as every document says it.
nlohmann::json asked_for();
/// Two lists: one of ten children that grows to forty, one that shrinks.
nlohmann::json run_of_two_lists(const std::string& longest = "desk");
nlohmann::json interval(double mean, double low, double high);
/// Two more staff: a list of forty falls by twelve.
nlohmann::json comparison_of_one_plan();
/// The page of one document, called so.
std::string page_of(const std::string& name, const nlohmann::json& document);
/// A page is too long to be shown when something is missing from it.
bool says(const std::string& page, const std::string& text);

}  // namespace sendcap::testing
