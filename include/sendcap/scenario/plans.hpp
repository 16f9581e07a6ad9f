#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "sendcap/scenario/geography.hpp"
#include "sendcap/scenario/language/declaration.hpp"
#include "sendcap/scenario/language/value.hpp"

namespace sendcap::scenario {

/// Education, health and care plans. A child has one while it has the flag.
struct HoldingPlans {
  Name flag;
  std::vector<ForDistricts> reviewed_on;
  Whole until_age{25};
  Place place;

  static constexpr std::string_view kTitle = "plans held";
  static constexpr std::string_view kSummary =
      "Education, health and care plans (Children and Families Act 2014, sections 36 to 45). A child has one "
      "while it has the flag: it begins when a step gives the flag, and ends when one takes it away, when a "
      "provision is left for `plan ends`, when the child moves away, or at the age limit.";
  template <class Visitor>
  static void declare(Visitor& visit) {
    visit.field("flag", &HoldingPlans::flag, "The flag that says a child has a plan.",
                Rule{.required = true, .example = "has a plan"});
    visit.field("reviewed on", &HoldingPlans::reviewed_on,
                "The pathway that each plan enters, such as annual reviews; it is closed when the plan ends. "
                "Plans held at the start are somewhere within its first wait. A list says which it is by "
                "district.",
                Rule{.example = "annual review"});
    visit.field("until age", &HoldingPlans::until_age, "Birthday at which a plan ends.",
                Rule{.least = 1, .most = 26, .example = "25"});
  }
};

}  // namespace sendcap::scenario
