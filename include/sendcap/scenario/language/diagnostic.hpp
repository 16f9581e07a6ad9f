#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "sendcap/scenario/language/error_code.hpp"
#include "sendcap/scenario/language/place.hpp"
#include "sendcap/scenario/language/source.hpp"

namespace sendcap::scenario {

enum class Severity { error, warning };

/// A second place a diagnostic speaks of ("first given here").
struct Note {
  Place place;
  std::string message;
};

/// One mistake (or doubt) in what a user wrote, told so that the user can mend it.
struct Diagnostic {
  Code code = Code::syntax;
  Severity severity = Severity::error;
  Place place;
  std::string path;  ///< where in the scenario: `services.occupational therapy.staff`
  std::string message;
  std::string hint;  ///< a whole phrase: `did you mean 'capacity'?`; may be empty
  std::vector<Note> notes;
};

/// All that was found wrong, collected rather than thrown, so that a user sees every mistake at once.
class Diagnostics {
 public:
  void add(Diagnostic diagnostic);
  void error(Code code, Place place, std::string path, std::string message, std::string hint = {});
  void warning(Code code, Place place, std::string path, std::string message, std::string hint = {});

  [[nodiscard]] bool has_errors() const { return errors_ != 0; }
  [[nodiscard]] std::size_t errors() const { return errors_; }
  [[nodiscard]] std::size_t size() const { return all_.size(); }
  [[nodiscard]] bool empty() const { return all_.empty(); }
  /// In the order they were added.
  [[nodiscard]] const std::vector<Diagnostic>& all() const { return all_; }
  /// In the order of the files: by file, line and column.
  [[nodiscard]] std::vector<Diagnostic> sorted() const;

 private:
  std::vector<Diagnostic> all_;
  std::size_t errors_ = 0;
};

/// How many diagnostics `render` shows before it only counts the rest.
inline constexpr std::size_t kShownDiagnostics = 20;

/// The diagnostics as text for people, each with its source line, a caret under the column and the hint:
///
///     county.yaml:41:7: error SEND-207: unknown key 'capasity' in services.clinic
///          capasity: 12
///          ^
///     hint: did you mean 'capacity'?
[[nodiscard]] std::string render(const Diagnostics& diagnostics, const Sources& sources,
                                 std::size_t most_shown = kShownDiagnostics);

/// One diagnostic, as `render` shows it.
[[nodiscard]] std::string render(const Diagnostic& diagnostic, const Sources& sources);

}  // namespace sendcap::scenario
