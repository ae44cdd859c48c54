#include "html/markup_scan.h"

#include <charconv>

#include "base/byte_scan.h"
#include "html/name_table.h"

namespace klartext {
namespace {

constexpr std::string_view kScript = "script";

bool ends_tag_name(char c) { return is_markup_space(c) || c == '>' || c == '/'; }

/// The first blank or character sought at or behind `at`, or the end of the page. Other control characters are few, and
/// part of a name.
template <char... kSought>
std::size_t name_end(std::string_view page, std::size_t at) {
  for (; page.size() - at >= kBytesAtOnce; at += kBytesAtOnce) {
    const SixteenCharacters characters(page.data() + at);
    std::uint32_t found = characters.up_to<' '>() | characters.among<kSought...>();
    for (; found != 0; found &= found - 1) {
      const std::size_t place = at + static_cast<std::size_t>(std::countr_zero(found));
      if (static_cast<unsigned char>(page[place]) > ' ' || is_markup_space(page[place])) return place;
    }
  }
  while (at < page.size() && !is_markup_space(page[at]) && ((page[at] != kSought) && ...)) ++at;
  return at;
}

/// Mostly there is none.
std::size_t skip_spaces(std::string_view page, std::size_t at) {
  return at < page.size() && is_markup_space(page[at]) ? skip_markup_spaces(page, at + 1) : at;
}

/// page.substr(begin, end - begin), where both are known to be within the page.
std::string_view slice(std::string_view page, std::size_t begin, std::size_t end) {
  return {page.data() + begin, end - begin};
}

/// Reads the value whose quote stands at `at`, and returns the place behind it; the end of the page where it never
/// closes.
std::size_t scan_quoted(std::string_view page, std::size_t at, AttributeSpan& attribute) {
  const std::size_t end = page[at] == '"' ? find_far<'"'>(page, at + 1) : find_far<'\''>(page, at + 1);
  if (end == page.size()) return end;
  attribute.value = slice(page, at + 1, end);
  return end + 1;
}

/// The same for any value, from behind its "=".
std::size_t scan_value(std::string_view page, std::size_t at, AttributeSpan& attribute) {
  at = skip_spaces(page, at);
  if (at >= page.size() || page[at] == '>') return at;
  if (page[at] == '"' || page[at] == '\'') return scan_quoted(page, at, attribute);
  const std::size_t end = name_end<'>'>(page, at);
  attribute.value = slice(page, at, end);
  return end;
}

/// Reads the attribute at `begin`, which is neither blank nor '/' nor '>'. A name may begin with '='.
std::size_t scan_attribute(std::string_view page, std::size_t begin, AttributeSpan& attribute) {
  const std::size_t at = name_end<'>', '/', '='>(page, begin + 1);
  attribute = {slice(page, begin, at), {}};
  if (page.size() - at > 1 && page[at] == '=' && page[at + 1] == '"') return scan_quoted(page, at + 1, attribute);
  const std::size_t sign = skip_spaces(page, at);
  return sign < page.size() && page[sign] == '=' ? scan_value(page, sign + 1, attribute) : at;
}

/// From behind the tag's name to its end.
[[gnu::noinline]] void scan_attributes(std::string_view page, std::size_t at, TagSpan& tag) {
  tag.end = kNowhere;
  while ((at = skip_spaces(page, at)) < page.size()) {
    if (page[at] == '>') {
      tag.end = at + 1;
      return;
    }
    if (page[at] == '/') {
      ++at;
      tag.self_closing = at < page.size() && page[at] == '>';
    } else {
      at = scan_attribute(page, at, tag.attributes.add());
    }
  }
}

bool ends_name(std::string_view page, std::size_t at) { return at < page.size() && ends_tag_name(page[at]); }

/// "</name" with a blank, '/' or '>' behind it.
bool is_end_tag(std::string_view page, std::size_t at, std::string_view name) {
  return page.size() - at > name.size() + 2 && page[at + 1] == '/' && occurs_at(page, at + 2, name) &&
         ends_name(page, at + 2 + name.size());
}

bool is_start_tag(std::string_view page, std::size_t at, std::string_view name) {
  return occurs_at(page, at + 1, name) && ends_name(page, at + 1 + name.size());
}

/// From inside "<!--" of a script: the end tag, or where plain script goes on.
struct Escaped {
  std::size_t end_tag = kNowhere;
  std::size_t script = kNowhere;  ///< behind "-->"
};

/// Looks for "-->" only up to the next '<', so that no byte is searched twice however many scripts there are.
Escaped leave_escaped_script(std::string_view page, std::size_t at) {
  bool doubly = false;
  while (true) {
    const std::size_t next = page.find('<', at);
    const std::size_t close = page.substr(0, next).find("-->", at);
    if (close != kNowhere) return {kNowhere, close + 3};
    if (next == kNowhere) return {};
    if (is_end_tag(page, next, kScript)) {
      if (!doubly) return {next, kNowhere};
      doubly = false;
    } else if (is_start_tag(page, next, kScript)) {
      doubly = true;
    }
    at = next + 1;
  }
}

/// Length of a character reference to white space at the beginning of `text`, or 0.
std::size_t space_reference(std::string_view text) {
  for (const std::string_view name : {"&Tab;", "&NewLine;"}) {
    if (text.starts_with(name)) return name.size();
  }
  if (!text.starts_with("&#")) return 0;
  const bool hexadecimal = text.size() > 2 && lowered(text[2]) == 'x';
  const char* begin = text.data() + (hexadecimal ? 3 : 2);
  const char* end = text.data() + text.size();
  std::uint32_t character = 0;
  const auto number = std::from_chars(begin, end, character, hexadecimal ? 16 : 10);
  if (number.ec != std::errc() || character > ' ' || !is_markup_space(static_cast<char>(character))) return 0;
  const bool closed = number.ptr != end && *number.ptr == ';';
  return static_cast<std::size_t>(number.ptr - text.data()) + (closed ? 1 : 0);
}

}  // namespace

std::size_t white_space_length(std::string_view text) {
  std::size_t at = skip_markup_spaces(text, 0);
  while (at < text.size() && text[at] == '&') {
    const std::size_t step = space_reference(text.substr(at));
    if (step == 0) break;
    at = skip_markup_spaces(text, at + step);
  }
  return at;
}

bool occurs_at(std::string_view page, std::size_t at, std::string_view text) {
  if (at > page.size() || page.size() - at < text.size()) return false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (lowered(page[at + i]) != text[i]) return false;
  }
  return true;
}

std::string_view AttributeSpan::whole() const {
  if (value.empty()) return name;
  const char before = *(value.data() - 1);
  const char* const end = value.data() + value.size() + (before == '"' || before == '\'' ? 1 : 0);
  return {name.data(), static_cast<std::size_t>(end - name.data())};
}

void scan_tag(std::string_view page, std::size_t name_begin, TagSpan& tag) {
  const std::size_t at = name_end<'>', '/'>(page, name_begin);
  tag.name = slice(page, name_begin, at);
  tag.attributes.clear();
  tag.self_closing = false;
  tag.page_end = page.data() + page.size();
  if (at < page.size() && page[at] == '>') {
    tag.end = at + 1;
  } else {
    scan_attributes(page, at, tag);
  }
}

std::size_t comment_end(std::string_view page, std::size_t begin) {
  const bool comment = page.substr(begin).starts_with("<!--");
  const std::size_t text = begin + 4;
  if (!comment || page.substr(text).starts_with('>') || page.substr(text).starts_with("->")) {
    const std::size_t close = page.find('>', begin);
    return close == kNowhere ? kNowhere : close + 1;
  }
  for (std::size_t at = page.find("--", text); at != kNowhere; at = page.find("--", at + 1)) {
    if (page.substr(at + 2).starts_with('>')) return at + 3;
    if (page.substr(at + 2).starts_with("!>")) return at + 4;
  }
  return kNowhere;
}

std::size_t raw_text_end(std::string_view page, std::size_t begin, std::string_view name) {
  for (std::size_t at = page.find('<', begin); at != kNowhere; at = page.find('<', at + 1)) {
    if (is_end_tag(page, at, name)) return at;
  }
  return kNowhere;
}

std::size_t script_end(std::string_view page, std::size_t begin) {
  for (std::size_t at = page.find('<', begin); at != kNowhere; at = page.find('<', at)) {
    if (is_end_tag(page, at, kScript)) return at;
    if (!page.substr(at).starts_with("<!--")) {
      ++at;
      continue;
    }
    const Escaped escaped = leave_escaped_script(page, at + 2);
    if (escaped.end_tag != kNowhere) return escaped.end_tag;
    if (escaped.script == kNowhere) return kNowhere;
    at = escaped.script;
  }
  return kNowhere;
}

std::size_t cdata_end(std::string_view page, std::size_t begin) {
  const std::size_t close = page.find("]]>", begin);
  return close == kNowhere ? kNowhere : close + 3;
}

}  // namespace klartext
