#include <fmt/format.h>

#include <cmath>

#include "outcome_words.hpp"
#include "plan_table.hpp"
#include "sendcap/report/calibration_report.hpp"
#include "sendcap/scenario/language/rewrite.hpp"

namespace sendcap::report {
namespace {

using experiment::Confounded;
using experiment::FittedInput;
using experiment::Input;

class RefusalText {
 public:
  explicit RefusalText(const CalibrationReport& report)
      : report_(report), refusal_(report.calibration->refusal) {}

  std::string write() {
    paragraph(fmt::format("{}: nothing was fitted to {}, because the figures can not tell it.",
                          report_.description.title, report_.observed));
    for (const std::size_t i : refusal_.valueless) {
      const experiment::Outcome& outcome = (*report_.outcomes)[report_.observations[i].outcome];
      paragraph(fmt::format("The scenario has no value for {}, {}, {}: leave that line out.", outcome.name,
                            subject_words(outcome), when_words(outcome)));
    }
    for (const std::size_t p : refusal_.untouched)
      paragraph(
          fmt::format("'{}' touches none of the observed figures: whatever it is, they are exactly the "
                      "same in every replication. Leave it out, or observe something that it changes.",
                      name(p)));
    for (const std::size_t p : refusal_.unclear) unclear(p);
    if (refusal_.confounded) confounded(*refusal_.confounded);
    if (refusal_.after_fit)
      paragraph("This showed only where the fit is best; elsewhere the figures seemed to tell more.");
    return std::move(text_);
  }

 private:
  void paragraph(const std::string& sentence) {
    text_ += (text_.empty() ? "" : "\n") + wrapped(sentence, kTableWidth);
  }

  [[nodiscard]] const Input& input(std::size_t parameter) const {
    return report_.study->inputs()[report_.inputs[parameter].input];
  }
  [[nodiscard]] std::string name(std::size_t parameter) const { return input(parameter).name(); }

  void unclear(std::size_t parameter) {
    const FittedInput& bounds = report_.inputs[parameter];
    paragraph(fmt::format(
        "'{}' is not told by the figures: its interval would be as wide as the range in which it is looked "
        "for, {} to {}, because the figures change with it by no more than chance. More figures would help, "
        "or figures on something nearer to it.",
        name(parameter), input(parameter).text(bounds.least), input(parameter).text(bounds.most)));
  }

  void confounded(const Confounded& together) {
    std::string names;
    for (std::size_t i = 0; i < together.inputs.size(); ++i)
      names += (i == 0                           ? "'"
                : i + 1 < together.inputs.size() ? ", '"
                                                 : " and '") +
               name(together.inputs[i]) + "'";
    paragraph(fmt::format("The figures can not tell {} apart: {} goes with them as well.", names,
                          exchange(together)));
    if (std::isinf(together.collinearity))
      paragraph("(Nothing at all in the figures tells them apart: the collinearity index is infinite.)");
    else
      paragraph(
          fmt::format("(Collinearity index {:.3g}; from about {:g} on inputs can not be told apart. "
                      "Brun, Reichert and Kuensch 2001.)",
                      together.collinearity, experiment::kMostCollinear));
    paragraph("What would help:");
    text_ += item("give one of them its value in the file, and fit without it");
    for (const experiment::Refusal::Help& help : refusal_.helps) {
      const experiment::Outcome& outcome = (*report_.outcomes)[help.outcome];
      text_ +=
          item(fmt::format("observe this too: {}, {}, {} (collinearity index {:.2g} with it)", outcome.name,
                           subject_words(outcome), when_words(outcome), help.collinearity));
    }
  }

  // `0.5 more of 'a' with 0.02 per year less of 'b'`: a quarter of the largest range that is exchanged.
  [[nodiscard]] std::string exchange(const Confounded& together) const {
    constexpr double kQuarter = 0.25;
    std::string text;
    for (std::size_t i = 0; i < together.inputs.size(); ++i) {
      const FittedInput& bounds = report_.inputs[together.inputs[i]];
      const double change = together.exchange[i] * kQuarter * (bounds.most - bounds.least);
      const Input& one = input(together.inputs[i]);
      const double rounded =
          scenario::rounded_quantity(one.kind, std::fabs(change), std::fabs(change), one.is);
      text += fmt::format("{}{} {} of '{}'",
                          i == 0   ? ""
                          : i == 1 ? " with "
                                   : " and ",
                          one.text(rounded), change < 0 ? "less" : "more", one.name());
    }
    return text;
  }

  static std::string item(const std::string& sentence) {
    std::string lines = wrapped(sentence, kTableWidth - 4);
    std::string result;
    bool first = true;
    for (std::size_t at = 0; at < lines.size();) {
      const std::size_t end = lines.find('\n', at);
      result += (first ? "  - " : "    ") + lines.substr(at, end - at) + '\n';
      first = false;
      at = end + 1;
    }
    return result;
  }

  const CalibrationReport& report_;
  const experiment::Refusal& refusal_;
  std::string text_;
};

}  // namespace

std::string calibration_refusal(const CalibrationReport& report) {
  return RefusalText(report).write();
}

}  // namespace sendcap::report
