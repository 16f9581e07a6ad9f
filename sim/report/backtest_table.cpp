#include "sendcap/report/backtest_table.hpp"

#include <algorithm>

#include "backtest_words.hpp"
#include "shown_number.hpp"

namespace sendcap::report {
namespace {

using experiment::Accuracy;
using experiment::BacktestPoint;
using experiment::BacktestSeries;

constexpr std::size_t kTextWidth = 90;
constexpr const char* kGap = "  ";

// Wide enough for all series, so that the eye can go down the whole page.
std::array<std::size_t, kPointColumns.size()> widths_of(const std::vector<BacktestSeries>& all) {
  std::array<std::size_t, kPointColumns.size()> widths{};
  for (std::size_t c = 0; c < widths.size(); ++c) widths[c] = width(kPointColumns[c]);
  for (const BacktestSeries& series : all)
    for (const BacktestPoint& point : series.points) {
      const PointWords words = point_words(series, point);
      for (std::size_t c = 0; c < widths.size(); ++c) widths[c] = std::max(widths[c], width(words[c]));
    }
  return widths;
}

template <class Words>
std::string text_row(const Words& words, const std::array<std::size_t, kPointColumns.size()>& widths) {
  std::string line;
  for (std::size_t c = 0; c < widths.size(); ++c)
    line += kGap + (c == 0 ? left_aligned(words[c], widths[c]) : right_aligned(words[c], widths[c]));
  return line + '\n';
}

// What a series is in the results.
std::string subject_words(const BacktestSeries& series) {
  std::string words = series.measure + ", " + series.subject;
  if (series.group != "all") words += ", " + series.group;
  return words + " (" + series.unit + ")";
}

std::string verdict(const Accuracy& accuracy) {
  if (accuracy.judged == 0) return "none judged";
  return inside_words(accuracy) + " in the band; mean absolute error " + error_words(accuracy.model_error) +
         ", naive " + error_words(accuracy.naive_error);
}

std::string markdown_row(const std::vector<std::string>& fields) {
  std::string line = "|";
  for (const std::string& field : fields) {
    line += ' ';
    for (const char letter : field) {
      if (letter == '|') line += '\\';
      line += letter;
    }
    line += " |";
  }
  return line + '\n';
}

std::string markdown_points(const std::vector<BacktestSeries>& all) {
  std::string text =
      "| series | date | published | model, median | 90% band | in band | error | naive | its error |\n"
      "|---|---|--:|--:|--:|:-:|--:|--:|--:|\n";
  for (const BacktestSeries& series : all)
    for (const BacktestPoint& point : series.points) {
      const PointWords words = point_words(series, point);
      std::vector<std::string> fields{series.title};
      fields.insert(fields.end(), words.begin(), words.end());
      text += markdown_row(fields);
    }
  return text;
}

std::string markdown_summary(const experiment::Backtest& backtest) {
  std::string text =
      "| series | measure | in band | mean absolute error | naive |\n"
      "|---|---|--:|--:|--:|\n";
  const auto add = [&](const std::string& title, const std::string& measure, const Accuracy& accuracy) {
    text += markdown_row({title, measure, inside_words(accuracy), error_words(accuracy.model_error),
                          error_words(accuracy.naive_error)});
  };
  for (const BacktestSeries& series : backtest.series)
    add(series.title, subject_words(series), experiment::accuracy(series));
  add("**all**", "", experiment::accuracy(backtest));
  return text;
}

constexpr const char* kPartial = "Stopped early: these are partial results.";

}  // namespace

std::string backtest_text(const BacktestReport& report) {
  const experiment::Backtest& backtest = report.backtest;
  const auto widths = widths_of(backtest.series);
  std::string text =
      wrapped("Backtest of " + report.description.title, kTextWidth) + wrapped(run_words(report), kTextWidth);
  if (report.outcome.interrupted) text.append(kPartial).append("\n");
  for (const BacktestSeries& series : backtest.series) {
    text += '\n' + wrapped(series.title, kTextWidth) + wrapped(subject_words(series), kTextWidth) +
            text_row(kPointColumns, widths);
    for (const BacktestPoint& point : series.points) text += text_row(point_words(series, point), widths);
    text += kGap + verdict(experiment::accuracy(series)) + '\n' +
            wrapped("Published: " + series.source, kTextWidth);
  }
  text += "\nALL SERIES: " + verdict(experiment::accuracy(backtest)) + '\n';
  for (const std::string& note : backtest_notes(report)) text += wrapped(note, kTextWidth);
  return text;
}

std::string backtest_markdown(const BacktestReport& report) {
  const experiment::Backtest& backtest = report.backtest;
  std::string text = "**" + report.description.title + "**: " + run_words(report) + ".\n\n";
  if (report.outcome.interrupted) text.append(kPartial).append("\n\n");
  text += markdown_points(backtest.series) + '\n' + markdown_summary(backtest) + '\n';
  for (const std::string& note : backtest_notes(report)) text += note + "\n\n";
  text += "Published figures:\n\n";
  for (const BacktestSeries& series : backtest.series)
    text.append("- ").append(series.title).append(": ").append(series.source).append("\n");
  return text;
}

}  // namespace sendcap::report
