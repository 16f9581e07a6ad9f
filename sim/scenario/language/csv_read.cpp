#include "sendcap/scenario/language/csv_read.hpp"

#include <algorithm>
#include <string_view>
#include <utility>

#include "scenario/language/text.hpp"

namespace sendcap::scenario {

namespace {

class CsvText {
 public:
  CsvText(std::string_view text, std::uint32_t file, Diagnostics& diagnostics)
      : text_(text), diagnostics_(diagnostics), file_(file) {
    constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
    if (text_.substr(0, kByteOrderMark.size()) == kByteOrderMark) line_start_ = at_ = kByteOrderMark.size();
  }

  std::vector<CsvRecord> read() {
    std::vector<CsvRecord> records;
    while (at_ < text_.size()) {
      if (text_[at_] == '#' || trimmed(rest_of_line()).empty()) {
        next_line();
        continue;
      }
      CsvRecord record = read_record();
      if (!records.empty() && record.size() != records.front().size())
        error(record.back().place,
              "this line has " + std::to_string(record.size()) + " fields, the first line has " +
                  std::to_string(records.front().size()),
              "put a field that holds a comma in double quotes, as in \"2,389\"");
      records.push_back(std::move(record));
    }
    return records;
  }

 private:
  void error(Place place, std::string message, std::string hint) {
    diagnostics_.error(Code::csv, place, {}, std::move(message), std::move(hint));
  }

  [[nodiscard]] Place place(std::size_t byte) const {
    const std::size_t before = count_characters(text_.substr(line_start_, byte - line_start_));
    return {file_, line_, static_cast<std::uint32_t>(before + 1)};
  }

  [[nodiscard]] std::string_view rest_of_line() const {
    const std::size_t end = std::min(text_.find('\n', at_), text_.size());
    const std::string_view rest = text_.substr(at_, end - at_);
    return !rest.empty() && rest.back() == '\r' ? rest.substr(0, rest.size() - 1) : rest;
  }

  void next_line() {
    at_ = std::min(std::min(text_.find('\n', at_), text_.size() - 1) + 1, text_.size());
    line_start_ = at_;
    ++line_;
  }

  CsvRecord read_record() {
    CsvRecord record;
    for (;;) {
      record.push_back(read_field());
      if (at_ >= text_.size() || text_[at_] != ',') break;
      ++at_;
    }
    next_line();
    return record;
  }

  // Ends at a comma or at the end of the line.
  CsvField read_field() {
    while (at_ < text_.size() && (text_[at_] == ' ' || text_[at_] == '\t')) ++at_;
    CsvField field{{}, place(at_)};
    if (at_ < text_.size() && text_[at_] == '"') {
      read_quoted(field);
      const std::string_view rest = rest_of_line();
      const std::string_view after = rest.substr(0, rest.find(','));
      if (!trimmed(after).empty())
        error(place(at_), "text stands behind the closing quote",
              "write a quote within quotes twice, and close after the last letter");
      at_ += after.size();
      return field;
    }
    const std::string_view rest = rest_of_line();
    const std::string_view plain = rest.substr(0, rest.find(','));
    field.text = trimmed(plain);
    if (const std::size_t quote = plain.find('"'); quote != std::string_view::npos)
      error(place(at_ + quote), "a quote stands within a field that does not begin with one",
            "put the whole field in double quotes, and write the quote within twice");
    at_ += plain.size();
    return field;
  }

  void read_quoted(CsvField& field) {
    for (++at_; at_ < text_.size(); ++at_) {
      if (text_[at_] == '"') {
        ++at_;
        if (at_ >= text_.size() || text_[at_] != '"') return;
      }
      field.text += text_[at_];
      if (text_[at_] != '\n') continue;
      ++line_;
      line_start_ = at_ + 1;
    }
    error(field.place, "a quote is not closed", "add the missing quote mark");
  }

  std::string_view text_;
  Diagnostics& diagnostics_;
  std::uint32_t file_;
  std::uint32_t line_ = 1;
  std::size_t at_ = 0;
  std::size_t line_start_ = 0;
};

}  // namespace

std::optional<std::vector<CsvRecord>> read_csv(const Sources& sources, std::uint32_t file,
                                               Diagnostics& diagnostics) {
  const std::size_t errors = diagnostics.errors();
  if (first_invalid_utf8(sources.text(file)) != std::string_view::npos) {
    diagnostics.error(Code::not_utf8, {file, 1, 1}, {}, "this is not UTF-8 text", "save the file as UTF-8");
    return std::nullopt;
  }
  std::vector<CsvRecord> records = CsvText(sources.text(file), file, diagnostics).read();
  if (records.empty())
    diagnostics.error(Code::empty_file, {file, 1, 1}, {}, "nothing is written here");
  else if (records.front().size() == 1 && records.front().front().text.find(';') != std::string::npos)
    diagnostics.error(Code::csv, records.front().front().place, {}, "the fields are not apart by commas",
                      "save the table with commas between the fields, not ';'");
  if (diagnostics.errors() > errors) return std::nullopt;
  return records;
}

}  // namespace sendcap::scenario
