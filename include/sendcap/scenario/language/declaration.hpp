#pragma once

#include <limits>
#include <string>
#include <string_view>

namespace sendcap::scenario {

/// What is demanded of one field, beside its type. Limits are in the quantity's own base unit
/// (days, per day, a share of 1, pounds).
struct Rule {
  bool required = false;
  double least = -std::numeric_limits<double>::infinity();
  double most = std::numeric_limits<double>::infinity();
  bool above_least = false;    ///< `least` itself is not allowed
  std::string_view example{};  ///< as it would be written in a file
};

/// Every struct of the scenario language declares itself once:
///
///     struct Clinic {
///       Value<Rate> sessions;                       // the member initialiser is the default
///       Place place;                                // where the block stands; filled by the reader
///       static constexpr std::string_view kTitle = "clinic";
///       static constexpr std::string_view kSummary = "Appointment slots on a timetable.";
///       template <class Visitor>
///       static void declare(Visitor& visit) {
///         visit.field("sessions", &Clinic::sessions, "Clinic sessions held.", Rule{.required = true, .least
///         = 0});
///       }
///     };
///
/// The declaration drives reading, writing, checking, the JSON Schema, the reference page, the walk over
/// all values (assumptions log) and overrides by path. Types a member may have:
///   - the quantities of quantity.hpp, `std::string`, `bool`, `Name`, `Place`-less plain types;
///   - `Value<quantity>`: plain or annotated, perhaps changing at moments;
///   - enums, whose words `enum_words(E)` gives in order (found by argument-dependent look-up; an
///     empty word stands for "not said" and can not be written);
///   - `DistributionSpec`;
///   - `std::optional<T>` (absent in the file: empty);
///   - `std::vector<T>` (a list; a single item may stand without brackets);
///   - `Named<T>` (a mapping from names, as written in the county, to blocks, in the order of the file);
///   - other declared structs, and `std::variant` of declared structs told apart by `kind:` and each
///     struct's `kTitle`;
///   - types with a short form: `static bool read_short(Reader&, const Node&, T&)`, see reader.hpp.
/// `visit.inlined(&Clinic::member)` declares a member (a declared struct, or a variant of such) whose own
/// keys stand in the same block: `{kind: gamma, mean: 3 weeks, source: …}`.
/// Beside the limits of their rule, durations, rates and capacities are at least 0, fractions between 0
/// and 1, and growth is above -100%, unless the rule itself gives that limit.
template <class T, class Visitor>
void declare_fields(Visitor& visitor) {
  T::declare(visitor);
}

}  // namespace sendcap::scenario
