#include "sendcap/scenario/language/error_code.hpp"

namespace sendcap::scenario {

namespace {

constexpr CodeEntry kCatalogue[] = {
    {Code::syntax, "The text is not YAML",
     "Look at the line shown and the one before it: indent with spaces only, put a space after `key:`, and "
     "close "
     "every bracket and quote."},
    {Code::duplicate_key, "A key stands twice in one block",
     "Keep one of the two, or give one another name."},
    {Code::second_document, "The file holds a second document",
     "Remove the line `---` and what follows it, or put it into a file of its own."},
    {Code::empty_file, "The file is empty", "Write at least one `key: value`."},
    {Code::tag, "A YAML tag is used", "Remove the word that begins with `!`."},
    {Code::nesting, "Blocks are nested too deeply", "Keep to fewer than 100 levels of blocks."},
    {Code::too_large, "The file grows too large",
     "Use fewer aliases (`*name`) and fewer files that include files."},
    {Code::not_utf8, "The file is not UTF-8 text", "Save the file as UTF-8 in your editor."},
    {Code::merge_key, "A YAML merge key is used",
     "Write the keys out, or put them into a file and use `include:`."},
    {Code::alias, "An alias has no finished anchor", "Define `&name` before `*name`, and not around it."},
    {Code::key_not_text, "A key is not plain text", "Write every key as words followed by a colon."},
    {Code::csv, "The table can not be read",
     "Separate fields with commas, give every line as many fields as the first, and put a field that holds a "
     "comma or a quote in double quotes."},
    {Code::include_missing, "An included file can not be read",
     "Check the name; it counts from the folder of the including file."},
    {Code::include_outside, "An included file lies outside the folder",
     "Put it into the folder of the including file, or below, and name it without `..` or a leading `/`."},
    {Code::include_cycle, "Files include each other in a circle", "Remove one of the includes."},
    {Code::include_clash, "Two files give the same value", "Give each value in one file only."},
    {Code::include_not_mapping, "An include does not fit",
     "Write `include: file.yaml` or a list of files, each of which holds `key: value` lines."},
    {Code::missing_field, "Something required is missing", "Add the key that is named in the message."},
    {Code::wrong_type, "Something else was expected here", "Write it as in the example shown."},
    {Code::missing_unit, "A unit is missing",
     "Write the unit after the number: `14 days`, `12 per week`, `£24,000`."},
    {Code::unknown_unit, "The unit does not fit", "Use one of the units named in the message."},
    {Code::malformed, "This is not a value of the kind expected", "Write it as in the example shown."},
    {Code::out_of_range, "The value is out of its limits",
     "Choose a value between the limits named in the message."},
    {Code::unknown_key, "The key is not known here", "Check its spelling and which block it stands in."},
    {Code::unknown_word, "The word is not one of those allowed",
     "Use one of the words named in the message."},
    {Code::unknown_kind, "The kind is missing or not known",
     "Write `kind:` with one of the words in the message."},
    {Code::duplicate_name, "Two names differ only in capitals or spaces",
     "Give one of them a name of its own."},
    {Code::bad_range, "The range does not fit the value",
     "Write `range: [least, most]` so that the value lies between the two."},
    {Code::bad_changes, "The later values are not in order", "Order the changes by time, each moment once."},
    {Code::bad_date, "This is not a date of the calendar", "Write year-month-day: `2025-09-01`."},
    {Code::empty_value, "The value is empty", "Write a value after the colon, or remove the key."},
    {Code::unknown_name, "Nothing has this name", "Check the spelling, or define what is named."},
    {Code::inconsistent, "Values do not fit together", "Change one of the values named in the message."},
    {Code::no_way_out, "A circle of steps with no way out",
     "Lead one of its steps to an outcome of the pathway."},
    {Code::never_reached, "Something that no child ever reaches", "Lead a step to it, or take it out."},
    {Code::no_time_passes, "A circle in which no time passes",
     "Put a `wait` or a visit to a service into the circle, or lead it to an outcome."},
    {Code::override_syntax, "The override can not be read", "Write `path.to.value=new value`."},
    {Code::override_path, "The override names no place in the scenario",
     "Follow the keys of the file from the top, with dots between them."},
};

}  // namespace

std::string to_string(Code code) {
  return "SEND-" + std::to_string(static_cast<unsigned>(code));
}

std::span<const CodeEntry> error_catalogue() {
  return kCatalogue;
}

std::string error_catalogue_markdown() {
  std::string page =
      "# Errors\n\nEvery message of `sendcap` about a scenario carries one of these codes.\n\n";
  page += "| code | what is wrong | what to do |\n|---|---|---|\n";
  for (const CodeEntry& entry : kCatalogue) {
    page += "| " + to_string(entry.code) + " | ";
    page.append(entry.title).append(" | ").append(entry.advice).append(" |\n");
  }
  return page;
}

}  // namespace sendcap::scenario
