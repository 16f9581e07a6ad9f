#include "run_records_text.hpp"

#include <fmt/format.h>

#include <cstddef>
#include <string_view>

#include "command_text.hpp"
#include "report/json_text.hpp"
#include "report/shown_number.hpp"

namespace sendcap::app {
namespace {

using report::Json;
using store::RunRecord;

constexpr std::size_t kScreen = 80;
constexpr std::size_t kLabel = 14;
constexpr std::size_t kShortHash = 12;

// `2025-01-31T12:00:00Z` as people write it.
std::string moment(const std::string& time) {
  constexpr std::size_t kDate = 10;
  constexpr std::size_t kClock = 8;
  if (time.size() < kDate + 1 + kClock) return time;
  return time.substr(0, kDate) + ' ' + time.substr(kDate + 1, kClock);
}

// `label: text`, with what does not fit below it.
std::string entry(const std::string& label, const std::string& text) {
  std::string lines;
  const std::string wrapped = report::wrapped(text, kScreen - kLabel);
  for (std::size_t at = 0; at < wrapped.size();) {
    const std::size_t end = std::min(wrapped.find('\n', at), wrapped.size());
    lines += report::left_aligned(at == 0 ? label : "", kLabel) + wrapped.substr(at, end - at) + '\n';
    at = end + 1;
  }
  return lines;
}

std::string sizes(const std::string& heading, const std::vector<RunRecord::Size>& all) {
  std::string text = fmt::format("\n{:<12} {:>10}  {}\n", "SHA-256", "bytes", heading);
  for (const RunRecord::Size& one : all)
    text += fmt::format("{:<12} {:>10}  {}\n", one.sha256.substr(0, kShortHash),
                        report::shown(static_cast<double>(one.bytes), 0), one.name);
  return text;
}

Json sizes_json(const std::vector<RunRecord::Size>& all) {
  Json list = Json::array();
  for (const RunRecord::Size& one : all)
    list.push_back({{"name", one.name}, {"sha256", one.sha256}, {"bytes", one.bytes}});
  return list;
}

Json time_json(const std::string& time) {
  return time.empty() ? Json(nullptr) : Json(time);
}

Json json_of(const RunRecord& run) {
  return {{"run", run.id},
          {"state", state_word(run)},
          {"command", run.asked.command},
          {"arguments", run.asked.arguments},
          {"overrides", run.asked.overrides},
          {"folder", run.asked.folder},
          {"title", run.asked.title},
          {"seed", run.asked.seed},
          {"version", run.asked.version},
          {"build", run.asked.build},
          {"machine", run.asked.machine},
          {"threads", run.asked.threads},
          {"began", run.began},
          {"gone_on", time_json(run.gone_on)},
          {"ended", time_json(run.ended)},
          {"seconds", run.seconds},
          {"replications", run.replications},
          {"kept_replications", run.kept_rows},
          {"files", sizes_json(run.files)},
          {"answers", sizes_json(run.answers)}};
}

}  // namespace

std::string state_word(const RunRecord& run) {
  if (run.state == store::State::done) return "done";
  if (run.running) return "running";
  return run.state == store::State::stopped ? "stopped" : "broken off";
}

std::string runs_text(const std::vector<RunRecord>& runs) {
  if (runs.empty()) return "No run is recorded yet.\n";
  std::string text = "RUN     BEGAN (UTC)       STATE       COMMAND      REPLICATIONS  SCENARIO\n";
  constexpr std::size_t kTitle = 15;
  constexpr std::size_t kToMinutes = 16;
  for (const RunRecord& run : runs) {
    const std::uint64_t replications = run.state == store::State::begun ? run.kept_rows : run.replications;
    text += fmt::format("{:<6}  {}  {:<10}  {:<11}  {:>12}  {}", run.id,
                        moment(run.began).substr(0, kToMinutes), state_word(run), run.asked.command,
                        run.running ? "" : report::shown(static_cast<double>(replications), 0),
                        report::left_aligned(run.asked.title, kTitle));
    text.erase(text.find_last_not_of(' ') + 1);
    text += '\n';
  }
  return text;
}

std::string runs_json(const std::vector<RunRecord>& runs) {
  Json list = Json::array();
  for (const RunRecord& run : runs) list.push_back(json_of(run));
  return report::readable(list);
}

std::string run_text(const RunRecord& run) {
  std::string text = entry("run", run.id + ", " + state_word(run));
  text += entry("asked", as_typed(run.asked.arguments));
  text += entry("in", run.asked.folder);
  text += entry("scenario", run.asked.title);
  text += entry("began", moment(run.began) + " UTC");
  if (!run.gone_on.empty()) text += entry("gone on", moment(run.gone_on) + " UTC");
  if (!run.ended.empty() && !run.running)
    text += entry("ended", fmt::format("{} UTC, after {:.1f} s", moment(run.ended), run.seconds));
  if (run.state == store::State::done)
    text += entry("replications", fmt::format("{}, of all plans together", run.replications));
  else if (!run.running)
    text += entry("replications", fmt::format("{} kept; the same command goes on from them", run.kept_rows));
  text += entry("program", fmt::format("sendcap {}, build {}, seed {}", run.asked.version,
                                       run.asked.build.substr(0, kShortHash), run.asked.seed));
  text += entry("machine", fmt::format("{}; {} thread{}", run.asked.machine, run.asked.threads,
                                       run.asked.threads == 1 ? "" : "s"));
  text += sizes("file read", run.files);
  if (!run.answers.empty()) text += sizes("answer", run.answers);
  return text;
}

std::string run_record_json(const RunRecord& run) {
  return report::readable(json_of(run));
}

}  // namespace sendcap::app
