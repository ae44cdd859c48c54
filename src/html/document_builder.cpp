#include "html/document_builder.h"

#include <algorithm>
#include <array>

#include "base/text.h"
#include "html/markup_scan.h"
#include "html/readable_text.h"

namespace klartext {
namespace {

bool is_heading(Tag tag) { return heading_level(tag) > 0; }

/// "display: none" and "visibility:hidden", but neither "overflow:hidden" nor "text-decoration:none".
bool says_not_shown(std::string_view style) {
  for (const auto declaration : split(style, ";")) {
    const auto colon = declaration.find(':');
    if (colon == std::string_view::npos) continue;
    const auto property = trim(declaration.substr(0, colon));
    const auto value = trim(declaration.substr(colon + 1));
    if (equals_ignoring_case(property, "display") && starts_with_ignoring_case(value, "none")) return true;
    if (equals_ignoring_case(property, "visibility") && starts_with_ignoring_case(value, "hidden")) return true;
  }
  return false;
}

/// Pages set lines apart with <span style="display:block"> and with Bootstrap's class name for it. Tailwind's "block"
/// says the same, but it is a name of many other things too: heeding it cost 8 points of the teasers.
bool says_block(Attribute name, std::string_view value) {
  if (name == Attribute::style) return value == "display:block";
  if (value.find("d-block") == std::string_view::npos) return false;
  const auto classes = split(value, " \t\r\n\f");
  return std::find(classes.begin(), classes.end(), "d-block") != classes.end();
}

/// Elements in a line of text that a style may turn into lines of their own; a picture is no text.
bool may_be_shown_as_block(Tag tag) {
  return !is_block(tag) && tag != Tag::img && tag != Tag::picture && tag != Tag::video && tag != Tag::audio &&
         tag != Tag::br && tag != Tag::input;
}

bool is_furniture_role(std::string_view role) {
  constexpr std::array<std::string_view, 6> kRoles = {"navigation", "dialog",  "alertdialog",
                                                      "menu",       "menubar", "search"};
  return std::find(kRoles.begin(), kRoles.end(), role) != kRoles.end();
}

/// What a block inside this element is, given what it would be outside.
BlockKind kind_inside(Tag tag, BlockKind outside) {
  if (is_heading(tag)) return BlockKind::heading;
  switch (tag) {
    case Tag::li:
    case Tag::dt:
    case Tag::dd:
      return BlockKind::list_item;
    case Tag::blockquote:
      return BlockKind::quote;
    case Tag::figcaption:
    case Tag::caption:
      return BlockKind::caption;
    case Tag::td:
    case Tag::th:
      return BlockKind::table_cell;
    case Tag::pre:
      return BlockKind::preformatted;
    case Tag::p:
    case Tag::div:
      return outside == BlockKind::table_cell ? BlockKind::paragraph : outside;
    case Tag::article:
    case Tag::section:
    case Tag::main:
      return BlockKind::paragraph;
    default:
      return outside;
  }
}

/// What shows that a page is broken where control characters or non-characters stand in it.
constexpr std::string_view kReplacement = "\uFFFD";

}  // namespace

void DocumentBuilder::reserve(std::size_t pruned_bytes) {
  document_.text_.reserve(pruned_bytes / 2);
  document_.nodes_.reserve(pruned_bytes / 24);  // measured on 139 pages: 27 pruned bytes a node
  document_.attributes_.reserve(pruned_bytes / 48);
  document_.attribute_text_.reserve(pruned_bytes / 3);
  document_.blocks_.reserve(pruned_bytes / 200);
}

/// What an element is to all that is in it.
constexpr std::uint8_t DocumentBuilder::traits_of(Tag tag) {
  switch (tag) {
    case Tag::b:
    case Tag::strong:
      return Trait::strong;
    case Tag::nav:
    case Tag::button:
    case Tag::dialog:
      return Trait::furniture;
    case Tag::noscript:
      return Trait::hidden;
    case Tag::textarea:
    case Tag::select:
    case Tag::iframe:
    case Tag::object:
    case Tag::svg:
    case Tag::script:
    case Tag::style:
      return Trait::silent;  // nobody reads it on the page
    case Tag::head:
      return Trait::in_head;
    case Tag::pre:
      return Trait::preformatted;
    default:
      return 0;
  }
}

NodeId DocumentBuilder::add_node(Tag tag) {
  const auto id = static_cast<NodeId>(document_.nodes_.size());
  auto& node = document_.nodes_.emplace_back();
  node.tag = tag;
  node.parent = open_.empty() ? kNoNode : open_.back().node;
  node.depth = static_cast<std::uint16_t>(std::min<std::size_t>(open_.size(), 0xFFFF));
  node.end = id + 1;
  node.text_begin = static_cast<std::uint32_t>(document_.text_.size());
  node.link_begin = document_.link_bytes_;
  node.attributes_begin = static_cast<std::uint32_t>(document_.attributes_.size());
  return id;
}

/// An element of the page's own is a box as a rule. Where no box may stand, and behind words beside it, it is words of
/// the line.
bool DocumentBuilder::goes_on_with_line() const {
  if (open_.empty()) return false;
  const auto& outside = document_.nodes_[open_.back().node];
  const auto& last = document_.nodes_.back();
  const bool behind_words = line_open_ && last.tag == Tag::text && last.parent == open_.back().node;
  return behind_words || outside.tag == Tag::p || is_heading(outside.tag) || !is_block(outside.tag);
}

void DocumentBuilder::open(Tag tag) {
  static constexpr auto kTraits = [] {
    std::array<std::uint8_t, kTagCount> traits{};
    for (std::size_t i = 0; i < traits.size(); ++i) traits[i] = traits_of(static_cast<Tag>(i));
    return traits;
  }();
  if (tag == Tag::custom && goes_on_with_line()) tag = Tag::other;
  const NodeId id = add_node(tag);
  Context inside = open_.empty() ? Context{} : open_.back();
  inside.node = id;
  inside.own_line = is_block(tag);
  if (inside.own_line) {
    inside.block = id;
    break_line(Break::element);
  }
  if (tag == Tag::br) break_line(Break::line);
  inside.kind = kind_inside(tag, inside.kind);
  if (is_heading(tag)) inside.heading_level = static_cast<std::uint8_t>(heading_level(tag));
  inside.traits |= kTraits[static_cast<std::size_t>(tag)];
  open_.push_back(inside);
}

/// The parts of a heading stay one line, parted by a blank.
void DocumentBuilder::begin_line(Context& inside) {
  if (inside.heading_level > 0) {
    white_space();
  } else {
    inside.own_line = true;
    break_line(Break::element);
  }
}

void DocumentBuilder::attribute(Attribute name, std::string_view value) {
  auto& values = document_.attribute_text_;
  document_.attributes_.push_back(
      {name, static_cast<std::uint32_t>(values.size()), static_cast<std::uint32_t>(value.size())});
  values.append(value);
  document_.attributes_seen_ |= attribute_bit(name);
  auto& inside = open_.back();
  const bool layout = name == Attribute::style || name == Attribute::class_;
  if (layout && !inside.own_line && !inside.is(Trait::preformatted) &&
      may_be_shown_as_block(document_.nodes_[inside.node].tag) && says_block(name, value)) {
    begin_line(inside);
  }
  switch (name) {
    case Attribute::href:
      if (document_.nodes_[inside.node].tag == Tag::a) inside.become(Trait::in_link);
      break;
    case Attribute::hidden:
      inside.become(Trait::hidden);
      break;
    case Attribute::style:
      if (says_not_shown(value)) inside.become(Trait::hidden);
      break;
    case Attribute::role:
      if (is_furniture_role(value)) inside.become(Trait::furniture);
      break;
    default:
      break;
  }
}

void DocumentBuilder::attributes_done() {
  auto& inside = open_.back();
  if (!inside.is(Trait::hidden)) return;
  // A hidden word inside a shown line ("<span hidden>: </span>") is not read; a hidden block is kept and marked.
  const bool outside_hidden = open_.size() > 1 && open_[open_.size() - 2].is(Trait::hidden);
  if (!outside_hidden && !is_block(document_.nodes_[inside.node].tag)) inside.become(Trait::silent);
}

void DocumentBuilder::break_line(Break kind) {
  space_pending_ = false;
  if (line_open_) {
    line_open_ = false;
    break_pending_ = kind;
  } else if (kind == Break::element) {
    break_pending_ = Break::element;
  } else if (break_pending_ == Break::line) {
    break_pending_ = Break::paragraph;
  }
}

void DocumentBuilder::text(std::string_view raw) {
  if (open_.empty() || open_.back().is(Trait::silent)) return;
  if (!open_.back().is(Trait::preformatted)) {
    text_node_ = kNoNode;
    append(raw);
    return;
  }
  // Each line of preformatted text is a node, so that a line can be left out as any other can.
  for (std::size_t begin = 0; begin <= raw.size();) {
    const std::size_t end = std::min(raw.find('\n', begin), raw.size());
    if (begin > 0) break_line(Break::line);
    text_node_ = kNoNode;
    append(raw.substr(begin, end - begin));
    begin = end + 1;
  }
}

void DocumentBuilder::append(std::string_view raw) {
  needs_nfc_ = false;
  const std::size_t node_text = document_.text_.size();
  std::size_t at = 0;
  while (at < raw.size()) {
    const char c = raw[at];
    if (is_plain_ascii(c)) {
      at = put_run(raw, at, at + 1);
    } else if (is_markup_space(c)) {
      space_pending_ = true;
      ++at;
    } else if (static_cast<unsigned char>(c) < 0x80) {
      ++at;
      put(kReplacement);
    } else {
      append_character(raw, at);
    }
  }
  if (needs_nfc_) normalize(node_text);
}

void DocumentBuilder::append_character(std::string_view raw, std::size_t& at) {
  const std::size_t begin = at;
  switch (classify(next_character(raw, at))) {
    case CharacterClass::dropped:
      return;
    case CharacterClass::space:
      space_pending_ = true;
      return;
    case CharacterClass::no_text:
      return put(kReplacement);
    case CharacterClass::may_compose:
      needs_nfc_ = true;
      break;
    case CharacterClass::ordinary:
      break;
  }
  at = put_run(raw, begin, at);
}

/// Puts what stands from `begin` to `end`, and all that goes on there as it is to be read. Returns the end of that.
std::size_t DocumentBuilder::put_run(std::string_view raw, std::size_t begin, std::size_t end) {
  const ReadableRun run = readable_run(raw, end);
  needs_nfc_ = needs_nfc_ || run.may_compose;
  put(raw.substr(begin, run.end - begin));
  return run.end;
}

/// Writes the separator that is due, then the bytes, and keeps the counts.
void DocumentBuilder::put(std::string_view bytes) {
  if (text_node_ == kNoNode) begin_run();
  auto& text = document_.text_;
  auto written = static_cast<std::uint32_t>(bytes.size());
  if (!line_open_) {
    if (!text.empty()) text.push_back('\n');
    start_block();
  } else if (space_pending_) {
    text.push_back(' ');
    ++written;
  }
  space_pending_ = false;
  text.append(bytes);
  count(written);
}

/// A text node of the index begins with its first visible character.
void DocumentBuilder::begin_run() { text_node_ = add_node(Tag::text); }

void DocumentBuilder::start_block() {
  line_open_ = true;
  const auto& inside = open_.back();
  if (inside.is(Trait::in_head)) return;
  auto& block = document_.blocks_.emplace_back();
  block.node = inside.block;
  block.first = text_node_;
  block.begin = static_cast<std::uint32_t>(document_.text_.size());
  block.before = break_pending_;
  block.kind = inside.kind;
  block.heading_level = inside.kind == BlockKind::heading ? inside.heading_level : std::uint8_t{0};
  block.hidden = inside.is(Trait::hidden);
  block.furniture = inside.is(Trait::furniture);
}

void DocumentBuilder::count(std::uint32_t bytes) {
  const auto& inside = open_.back();
  if (inside.is(Trait::in_link)) document_.link_bytes_ += bytes;
  if (inside.is(Trait::in_head) || document_.blocks_.empty()) return;
  auto& block = document_.blocks_.back();
  block.last = text_node_ + 1;
  block.end = static_cast<std::uint32_t>(document_.text_.size());
  if (inside.is(Trait::in_link)) block.link_bytes += bytes;
  if (inside.is(Trait::strong)) block.strong_bytes += bytes;
}

/// Rewrites the last text node's text in NFC. Rare: only when it holds characters that may compose.
void DocumentBuilder::normalize(std::size_t from) {
  auto& text = document_.text_;
  if (!document_.blocks_.empty()) from = std::max<std::size_t>(from, document_.blocks_.back().begin);
  while (from < text.size() && (text[from] == ' ' || text[from] == '\n')) ++from;
  const std::string composed = clean(std::string_view(text).substr(from));
  const auto before = text.size();
  text.replace(from, std::string::npos, composed);
  const auto shrunk = static_cast<std::uint32_t>(before > text.size() ? before - text.size() : 0);
  if (open_.back().is(Trait::in_head) || document_.blocks_.empty()) return;
  auto& block = document_.blocks_.back();
  block.end = static_cast<std::uint32_t>(text.size());
  if (open_.back().is(Trait::in_link)) {
    block.link_bytes -= std::min(block.link_bytes, shrunk);
    document_.link_bytes_ -= std::min(document_.link_bytes_, shrunk);
  }
}

void DocumentBuilder::close() {
  const auto inside = open_.back();
  open_.pop_back();
  document_.nodes_[inside.node].end = static_cast<NodeId>(document_.nodes_.size());
  if (inside.own_line) break_line(Break::element);
}

void DocumentBuilder::finish() {
  while (!open_.empty()) close();
  index_blocks();
}

/// Whoever asks for the blocks of every node in turn gets them without a search.
void DocumentBuilder::index_blocks() {
  const auto& blocks = document_.blocks_;
  const std::size_t count = document_.nodes_.size() + 1;
  document_.first_reaching_.resize(count);
  document_.first_from_.resize(count);
  std::uint32_t reaching = 0;
  std::uint32_t from = 0;
  for (NodeId n = 0; n < count; ++n) {
    while (reaching < blocks.size() && blocks[reaching].last <= n) ++reaching;
    while (from < blocks.size() && blocks[from].first < n) ++from;
    document_.first_reaching_[n] = reaching;
    document_.first_from_[n] = from;
  }
}

}  // namespace klartext
