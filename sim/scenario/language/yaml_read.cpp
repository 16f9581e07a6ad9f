#include <yaml-cpp/depthguard.h>
#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/parser.h>

#include <algorithm>
#include <map>
#include <sstream>
#include <utility>

#include "scenario/language/text.hpp"
#include "scenario/language/yaml_syntax.hpp"
#include "sendcap/scenario/language/yaml.hpp"

namespace sendcap::scenario {

namespace {

/// Leaves the parser after a mistake that has been reported and makes the rest meaningless.
struct Stop {};

/// Turns the parser's byte positions into places, and tells mistakes.
class Positions {
 public:
  Positions(const Sources& sources, std::uint32_t file, std::size_t start)
      : text_(sources.text(file)), file_(file), start_(start) {
    line_starts_.push_back(0);
    for (std::size_t position = 0; position < text_.size(); ++position) {
      if (text_[position] == '\n') line_starts_.push_back(position + 1);
    }
    while (first_line_ + 1 < line_starts_.size() && line_starts_[first_line_ + 1] <= start) ++first_line_;
  }

  [[nodiscard]] std::string_view text() const { return text_.substr(start_); }

  /// Of a mark of yaml-cpp, whose line and column (in bytes) count from 0 at `start`.
  [[nodiscard]] Place place(const YAML::Mark& mark) const { return at(byte(mark)); }

  /// What stands from a mark on.
  [[nodiscard]] std::string_view text_from(const YAML::Mark& mark) const { return text_.substr(byte(mark)); }

  /// Of a byte of `text()`.
  [[nodiscard]] Place place_of_byte(std::size_t byte) const { return at(start_ + byte); }

 private:
  [[nodiscard]] std::size_t byte(const YAML::Mark& mark) const {
    if (mark.is_null()) return text_.size();
    const auto line = static_cast<std::size_t>(mark.line);
    const auto column = static_cast<std::size_t>(mark.column);
    const std::size_t number = std::min(first_line_ + line, line_starts_.size() - 1);
    return std::min(text_.size(), (line == 0 ? start_ : line_starts_[number]) + column);
  }

  [[nodiscard]] Place at(std::size_t byte) const {
    const auto after = std::upper_bound(line_starts_.begin(), line_starts_.end(), byte);
    const std::size_t line = static_cast<std::size_t>(after - line_starts_.begin()) - 1;
    const std::size_t before = count_characters(text_.substr(line_starts_[line], byte - line_starts_[line]));
    return {file_, static_cast<std::uint32_t>(line + 1), static_cast<std::uint32_t>(before + 1)};
  }

  std::string_view text_;
  std::uint32_t file_;
  std::size_t start_;
  std::size_t first_line_ = 0;
  std::vector<std::size_t> line_starts_;
};

/// Whether a text that begins with a quote mark has another that closes it.
bool quote_is_closed(std::string_view text) {
  const char quote = text.front();
  for (std::size_t position = 1; position < text.size(); ++position) {
    if (quote == '"' && text[position] == '\\') {
      ++position;
    } else if (text[position] == quote) {
      const bool doubled = quote == '\'' && text.substr(position + 1, 1) == "'";
      if (!doubled) return true;
      ++position;
    }
  }
  return false;
}

/// Whether the bracket a text begins with is closed; texts in quotes do not count.
bool bracket_is_closed(std::string_view text) {
  int depth = 0;
  for (std::size_t position = 0; position < text.size(); ++position) {
    const char letter = text[position];
    if (letter == '[' || letter == '{') ++depth;
    if (letter == ']' || letter == '}') --depth;
    if (depth == 0) return true;
    if (letter == '"' || letter == '\'') position = std::min(text.find(letter, position + 1), text.size());
  }
  return false;
}

/// A node that an alias may stand for, and how large and deep it is.
struct Anchored {
  Node node;
  std::size_t nodes = 0;
  std::size_t depth = 0;
};

/// Builds our tree from the parser's events.
class TreeBuilder : public YAML::EventHandler {
 public:
  TreeBuilder(const Positions& positions, Diagnostics& diagnostics)
      : positions_(positions), diagnostics_(diagnostics) {}

  [[nodiscard]] Node take() { return std::move(root_); }

  /// Where the innermost bracket that is still open stands.
  [[nodiscard]] Place open_bracket() const {
    const auto open = std::find_if(frames_.rbegin(), frames_.rend(),
                                   [](const Frame& frame) { return frame.open.node.flow; });
    return open == frames_.rend() ? Place{} : open->open.node.place;
  }

  void OnDocumentStart(const YAML::Mark& mark) override {
    if (documents_++ == 0) return;
    // The parser also begins a document where a line belongs to nothing before it.
    if (positions_.text_from(mark).substr(0, 3) != "---") {
      stop(Code::syntax, mark, "this line does not belong to what stands before it");
    }
    stop(Code::second_document, mark, "a second document begins here");
  }
  void OnDocumentEnd() override {}

  void OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) override {
    if (expects_key()) stop(Code::key_not_text, mark, "a key is missing before the colon");
    Node node;
    // Where nothing is written, the parser's mark is already at what comes next.
    const std::string_view written = positions_.text_from(mark);
    const bool said = written.substr(0, 1) == "~" || lower_case(written.substr(0, 4)) == "null";
    if (said || frames_.empty() || !frames_.back().has_key) node.place = positions_.place(mark);
    deliver({std::move(node), 1, 0}, anchor);
  }

  void OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                const std::string& value) override {
    const std::string_view written = positions_.text_from(mark);
    // The parser's "!" also stands for a text in quotes.
    if (tag != "!" || written.substr(0, 1) == "!") refuse_tag(tag, mark);
    Node node = Node::scalar(value, positions_.place(mark));
    node.quoted = tag == "!";
    const bool in_quotes =
        node.quoted && !written.empty() && (written.front() == '"' || written.front() == '\'');
    // The parser lets a text end with the file.
    if (in_quotes && !quote_is_closed(written)) stop(Code::syntax, mark, "a quote is not closed");
    deliver({std::move(node), 1, 0}, anchor);
  }

  void OnAlias(const YAML::Mark& mark, YAML::anchor_t anchor) override {
    const auto found = anchored_.find(anchor);
    if (found == anchored_.end()) stop(Code::alias, mark, "the alias stands inside the block it stands for");
    const Anchored& target = found->second;
    if (frames_.size() + target.depth > kDeepestNesting) stop_nesting(mark);
    count(target.nodes, mark);
    Anchored copy = target;
    if (expects_key() && !copy.node.is_scalar()) stop(Code::key_not_text, mark, "a key has to be plain text");
    deliver(std::move(copy), YAML::NullAnchor);
  }

  void OnSequenceStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                       YAML::EmitterStyle::value style) override {
    open(Node::list(positions_.place(mark)), mark, tag, anchor, style);
  }
  void OnMapStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                  YAML::EmitterStyle::value style) override {
    open(Node::mapping(positions_.place(mark)), mark, tag, anchor, style);
  }
  void OnSequenceEnd() override { close(); }
  void OnMapEnd() override { close(); }

 private:
  /// A list or mapping that is not finished yet.
  struct Frame {
    Anchored open;
    YAML::anchor_t anchor = YAML::NullAnchor;
    bool has_key = false;
    bool drop_value = false;
    std::string key;
    Place key_place;
  };

  [[noreturn]] void stop(Code code, const YAML::Mark& mark, std::string message) {
    diagnostics_.error(code, positions_.place(mark), {}, std::move(message));
    throw Stop{};
  }
  [[noreturn]] void stop_nesting(const YAML::Mark& mark) {
    stop(Code::nesting, mark, "blocks are nested more than " + std::to_string(kDeepestNesting) + " deep");
  }

  void count(std::size_t nodes, const YAML::Mark& mark) {
    nodes_ += nodes;
    if (nodes_ > kMostNodes) {
      stop(Code::too_large, mark, "the file grows to more than " + std::to_string(kMostNodes) + " values");
    }
  }

  void refuse_tag(const std::string& tag, const YAML::Mark& mark) {
    if (!tag.empty() && tag != "?")
      stop(Code::tag, mark, "the tag '" + tag + "' has no meaning in a scenario");
  }

  [[nodiscard]] bool expects_key() const {
    return !frames_.empty() && frames_.back().open.node.is_mapping() && !frames_.back().has_key;
  }

  void open(Node node, const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
            YAML::EmitterStyle::value style) {
    // The parser takes a bracket that is never closed for a key.
    const std::string_view written = positions_.text_from(mark);
    if (expects_key() && !bracket_is_closed(written)) {
      stop(Code::syntax, mark, "a '" + std::string(written.substr(0, 1)) + "' is not closed");
    }
    if (expects_key()) stop(Code::key_not_text, mark, "a key has to be plain text");
    refuse_tag(tag, mark);
    if (frames_.size() >= kDeepestNesting) stop_nesting(mark);
    count(1, mark);
    node.flow = style == YAML::EmitterStyle::Flow;
    Frame frame;
    frame.open = {std::move(node), 1, 1};
    frame.anchor = anchor;
    frames_.push_back(std::move(frame));
  }

  void close() {
    Frame frame = std::move(frames_.back());
    frames_.pop_back();
    deliver(std::move(frame.open), frame.anchor);
  }

  /// Puts a finished node where it belongs.
  void deliver(Anchored finished, YAML::anchor_t anchor) {
    if (anchor != YAML::NullAnchor) anchored_[anchor] = finished;
    if (frames_.empty()) {
      root_ = std::move(finished.node);
      return;
    }
    Frame& frame = frames_.back();
    if (expects_key()) return begin_entry(frame, finished.node);
    frame.open.nodes += finished.nodes;
    frame.open.depth = std::max(frame.open.depth, finished.depth + 1);
    if (frame.has_key) {
      finished.node.key = std::move(frame.key);
      finished.node.key_place = frame.key_place;
    }
    if (!frame.drop_value) frame.open.node.children.push_back(std::move(finished.node));
    frame.has_key = false;
    frame.drop_value = false;
  }

  void begin_entry(Frame& frame, const Node& key) {
    frame.has_key = true;
    frame.key = key.text;
    frame.key_place = key.place;
    if (key.text.size() > kLongestKey) {
      frame.drop_value = true;
      diagnostics_.error(Code::key_not_text, key.place, {},
                         "a key is longer than " + std::to_string(kLongestKey) + " letters");
    } else if (key.text == "<<" && !key.quoted) {
      frame.drop_value = true;
      diagnostics_.error(Code::merge_key, key.place, {},
                         "merge keys ('<<') are not part of the scenario language");
    } else if (const Node* first = frame.open.node.find(key.text)) {
      frame.drop_value = true;
      diagnostics_.add({Code::duplicate_key,
                        Severity::error,
                        key.place,
                        {},
                        "the key '" + key.text + "' stands twice in this block",
                        {},
                        {{first->key_place, "first given here"}}});
    }
  }

  const Positions& positions_;
  Diagnostics& diagnostics_;
  std::vector<Frame> frames_;
  std::map<YAML::anchor_t, Anchored> anchored_;
  Node root_;
  std::size_t nodes_ = 0;
  int documents_ = 0;
};

/// What a YAML parser may read wrongly without saying so.
bool refuse_bad_bytes(const Positions& positions, Diagnostics& diagnostics) {
  const std::string_view text = positions.text();
  if (const std::size_t bad = first_invalid_utf8(text); bad != std::string_view::npos) {
    diagnostics.error(Code::not_utf8, positions.place_of_byte(bad), {}, "this is not UTF-8 text",
                      "save the file as UTF-8");
    return true;
  }
  for (std::size_t position = 0; position < text.size(); ++position) {
    const char letter = text[position];
    const bool line_end = letter == '\n' || (letter == '\r' && text.substr(position + 1, 1) == "\n");
    const bool control = static_cast<unsigned char>(letter) < ' ' && letter != '\t' && !line_end;
    if (!control) continue;
    diagnostics.error(Code::not_utf8, positions.place_of_byte(position), {},
                      "a control character stands here", "delete it");
    return true;
  }
  return false;
}

}  // namespace

std::optional<Node> read_yaml_from(const Sources& sources, std::uint32_t file, std::size_t start,
                                   Diagnostics& diagnostics) {
  const Positions positions(sources, file, start);
  const std::size_t errors_before = diagnostics.errors();
  if (refuse_bad_bytes(positions, diagnostics)) return std::nullopt;
  TreeBuilder builder(positions, diagnostics);
  try {
    std::istringstream stream{std::string(positions.text())};
    YAML::Parser parser(stream);
    while (parser.HandleNextDocument(builder)) {
    }
  } catch (const Stop&) {
    return std::nullopt;
  } catch (const YAML::DeepRecursion& fault) {
    diagnostics.error(Code::nesting, positions.place(fault.mark), {}, "blocks are nested too deeply");
    return std::nullopt;
  } catch (const YAML::ParserException& fault) {
    Place place = positions.place(fault.mark);
    const bool bracket = fault.msg.find("flow not found") != std::string::npos;
    if (bracket && builder.open_bracket().known()) place = builder.open_bracket();
    SyntaxMessage told = explain_syntax(fault.msg, sources, place);
    diagnostics.error(told.code, place, {}, std::move(told.message), std::move(told.hint));
    return std::nullopt;
  }
  Node root = builder.take();
  if (root.is_null()) diagnostics.error(Code::empty_file, {file, 1, 1}, {}, "nothing is written here");
  if (diagnostics.errors() != errors_before) return std::nullopt;
  return root;
}

std::optional<Node> read_yaml(const Sources& sources, std::uint32_t file, Diagnostics& diagnostics) {
  return read_yaml_from(sources, file, 0, diagnostics);
}

}  // namespace sendcap::scenario
