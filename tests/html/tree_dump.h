// A page's tree as text, without what prune promises to drop, straight from Gumbo and with no code of prune: the dump
// of a whole page and that of its skeleton, with texts and attributes put back, have to be equal.
#pragma once

#include <gumbo.h>
#include <strings.h>

#include <algorithm>
#include <array>
#include <cstring>
#include <optional>
#include <set>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include "base/text.h"
#include "html/arena.h"
#include "html/prune_attributes.h"
#include "html/skeleton.h"
#include "html/tag.h"

namespace klartext::testing_support {

class TreeDump {
 public:
  /// One line an element, text or end; attributes as ` name="value"`.
  static std::string of(std::string_view page) {
    std::string without_nul(page);
    without_nul.erase(std::remove(without_nul.begin(), without_nul.end(), '\0'), without_nul.end());
    return of_markup(without_nul, nullptr);
  }

  /// The same of a skeleton's tree, with the page's texts and attributes.
  static std::string of(const Skeleton& skeleton) { return of_markup(skeleton.markup, &skeleton); }

  /// Gumbo shows U+FFFD for control characters and non-characters; browsers and prune leave them alone.
  static std::string as_gumbo_reads(std::string_view text) {
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
      const char32_t c = next_character(text, at);
      const bool control =
          (c != 0 && c < 0x20 && c != '\t' && c != '\n' && c != '\f' && c != '\r') || (c >= 0x7F && c < 0xA0);
      const bool no_character = (c & 0xFFFE) == 0xFFFE || (c >= 0xFDD0 && c <= 0xFDEF);
      append_utf8(out, control || no_character ? 0xFFFD : c);
    }
    return out;
  }

 private:
  static std::string of_markup(std::string_view markup, const Skeleton* skeleton) {
    Arena arena;  // Gumbo forgets to free some attributes
    GumboOptions options =
        kGumboDefaultOptions;  // without max_errors = 0: then it garbles names after a double attribute
    options.userdata = &arena;
    options.allocator = [](void* memory, std::size_t bytes) { return static_cast<Arena*>(memory)->allocate(bytes); };
    options.deallocator = [](void* /*memory*/, void* /*allocation*/) {};
    GumboOutput* output = gumbo_parse_with_options(&options, markup.data(), markup.size());
    TreeDump dump;
    if (skeleton != nullptr) {
      dump.reader_.emplace(*skeleton);
      dump.markup_ = skeleton->markup.data();
    }
    dump.walk(output->root);
    dump.out_ += output->document->v.document.doc_type_quirks_mode == GUMBO_DOCTYPE_QUIRKS ? "quirks" : "no quirks";
    return as_gumbo_reads(dump.out_);
  }

  static const GumboVector* children_of(const GumboNode* node) {
    const bool element = node->type == GUMBO_NODE_ELEMENT || node->type == GUMBO_NODE_TEMPLATE;
    return element ? &node->v.element.children : nullptr;
  }

  void walk(const GumboNode* root) {
    const GumboNode* node = root;
    while (true) {
      const bool goes_down = enter(node);
      const auto* children = children_of(node);
      if (goes_down && children != nullptr && children->length > 0) {
        node = static_cast<const GumboNode*>(children->data[0]);
        continue;
      }
      if (goes_down) leave(node);
      while (node != root && is_last(node)) {
        node = node->parent;
        leave(node);
      }
      if (node == root) return;
      node = static_cast<const GumboNode*>(children_of(node->parent)->data[node->index_within_parent + 1]);
    }
  }

  static bool is_last(const GumboNode* node) {
    const auto* siblings = children_of(node->parent);
    if (node->index_within_parent + 1 >= siblings->length) return true;
    return name_of(node) == "frameset";  // nothing behind a frameset is shown
  }

  static std::string name_of(const GumboNode* node) {
    if (children_of(node) == nullptr) return {};
    const GumboElement& element = node->v.element;
    std::string name = gumbo_normalized_tagname(element.tag);
    if (name.empty() || element.tag_namespace != GUMBO_NAMESPACE_HTML) {
      GumboStringPiece written = element.original_tag;
      gumbo_tag_from_original_text(&written);
      name.assign(written.data == nullptr ? "" : written.data, written.length);
      for (char& c : name) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    }
    return name;
  }

  std::string value_of(const GumboNode* node, const char* name) {
    const GumboElement& element = node->v.element;
    if (reader_ && element.original_tag.data != nullptr) {
      for (const auto& kept : reader_->attributes(static_cast<std::size_t>(element.original_tag.data - markup_))) {
        if (attribute_name(kept.name) == name) return std::string(reader_->value(kept));
      }
    }
    const auto* attribute = gumbo_get_attribute(&element.attributes, name);
    return attribute == nullptr ? std::string() : attribute->value;
  }

  /// Dropped with all that is in it.
  bool is_dropped(const GumboNode* node, const std::string& name) {
    if (name == "script" || name == "style") return node->v.element.tag_namespace == GUMBO_NAMESPACE_HTML;
    return name == "link" && is_unread(value_of(node, "rel"));
  }

  static bool is_unread(std::string rel) {
    static const std::set<std::string> kUnread = {"stylesheet",   "preload",       "prefetch", "preconnect",
                                                  "dns-prefetch", "modulepreload", "icon",     "apple-touch-icon",
                                                  "mask-icon",    "manifest",      "shortcut", "pingback"};
    for (char& c : rel) c = std::strchr("\t\n\f\r", c) != nullptr ? ' ' : static_cast<char>(std::tolower(c));
    bool some = false;
    for (std::size_t at = 0; at < rel.size();) {
      const std::size_t end = std::min(rel.find(' ', at), rel.size());
      if (end > at && kUnread.count(rel.substr(at, end - at)) == 0) return false;
      some = some || end > at;
      at = end + 1;
    }
    return some;
  }

  /// Stays, without what is in it.
  static bool is_emptied(const GumboNode* node, const std::string& name) {
    static const std::set<std::string> kEmptied = {"svg",     "math",     "select",  "iframe",
                                                   "noembed", "noframes", "frameset"};
    if (kEmptied.count(name) > 0) return true;
    return name == "template" && gumbo_get_attribute(&node->v.element.attributes, "shadowrootmode") == nullptr &&
           gumbo_get_attribute(&node->v.element.attributes, "shadowroot") == nullptr;
  }

  /// True if the node's children are to be shown.
  bool enter(const GumboNode* node) {
    switch (node->type) {
      case GUMBO_NODE_TEXT:
      case GUMBO_NODE_WHITESPACE:
      case GUMBO_NODE_CDATA:
        text_ += reader_ ? reader_->text(node->v.text.text) : std::string_view(node->v.text.text);
        return false;
      case GUMBO_NODE_ELEMENT:
      case GUMBO_NODE_TEMPLATE:
        return enter_element(node);
      default:
        return false;
    }
  }

  bool enter_element(const GumboNode* node) {
    const std::string name = name_of(node);
    if (is_dropped(node, name)) return false;
    if (name == "br" && is_further_break()) return false;
    flush_text();
    out_ += '<' + name;
    write_attributes(node->v.element);
    out_ += ">\n";
    if (is_emptied(node, name)) {
      out_ += "</" + name + ">\n";
      return false;
    }
    if (keeps_space(name)) ++preformatted_;
    return true;
  }

  /// Of more than two <br> in a row, two stay.
  [[nodiscard]] bool is_further_break() const {
    constexpr const char* kSpaces = " \t\n\f\r";
    constexpr std::string_view kEnd = "</br>\n";
    if (text_.find_first_not_of(kSpaces) != std::string::npos) return false;
    std::string_view rest = out_;
    if (!rest.ends_with(kEnd)) return false;
    rest.remove_suffix(kEnd.size());
    rest = rest.substr(0, rest.rfind("<br"));
    if (rest.ends_with("\"\n")) {  // white space between the two
      rest = rest.substr(0, rest.find_last_not_of(kSpaces, rest.size() - 3) + 1);
      if (!rest.ends_with('"')) return false;
      rest.remove_suffix(1);
    }
    return rest.ends_with(kEnd);
  }

  void leave(const GumboNode* node) {
    if (children_of(node) == nullptr) return;
    const std::string name = name_of(node);
    flush_text();
    if (keeps_space(name)) --preformatted_;
    out_ += "</" + name + ">\n";
  }

  static bool keeps_space(const std::string& name) {
    return name == "pre" || name == "listing" || name == "textarea" || name == "xmp" || name == "plaintext";
  }

  void write_attributes(const GumboElement& element) {
    bool beside = false;
    if (reader_ && element.original_tag.data != nullptr) {
      for (const auto& kept : reader_->attributes(static_cast<std::size_t>(element.original_tag.data - markup_))) {
        out_.append(" ").append(attribute_name(kept.name)).append("=\"").append(reader_->value(kept)) += '"';
        beside = true;
      }
    }
    for (unsigned i = 0; !beside && i < element.attributes.length; ++i) {
      write(*static_cast<const GumboAttribute*>(element.attributes.data[i]));
    }
  }

  void write(const GumboAttribute& attribute) {
    if (!attribute_from_name(attribute.name)) return;
    const std::string name = attribute.name;
    std::string value = attribute.value;
    if (bytes_as_written(attribute) > kMaxAttributeBytes) return;
    if (name == "style") {
      value = showing(value);
      if (value.empty()) return;
    }
    const bool address = name.find("src") != std::string::npos || name == "href" || name == "data-original";
    if (address && strncasecmp(value.c_str() + std::strspn(value.c_str(), " \t\n\f\r"), "data:", 5) == 0) return;
    out_ += ' ' + name + "=\"" + value + '"';
  }

  static std::size_t bytes_as_written(const GumboAttribute& attribute) {
    const GumboStringPiece& value = attribute.original_value;
    const bool quoted = value.length > 1 && (value.data[0] == '"' || value.data[0] == '\'');
    return quoted ? value.length - 2 : value.length;
  }

  static constexpr std::array<std::string_view, 5> kShownAsBlock = {"block", "flex", "grid", "table", "list-item"};

  static std::string showing(const std::string& style) {
    std::string found;
    std::istringstream declarations(style);
    for (std::string declaration; std::getline(declarations, declaration, ';');) {
      const std::size_t colon = std::min(declaration.find(':'), declaration.size());
      const std::string property = trimmed(declaration.substr(0, colon));
      const std::string value = trimmed(declaration.substr(std::min(colon + 1, declaration.size())));
      if (property == "display" && value.starts_with("none")) return "display:none";
      if (property == "visibility" && value.starts_with("hidden")) found = "visibility:hidden";
      const bool block = std::any_of(kShownAsBlock.begin(), kShownAsBlock.end(),
                                     [&](std::string_view word) { return value.starts_with(word); });
      if (property == "display" && block && found.empty()) found = "display:block";
    }
    return found;
  }

  static std::string trimmed(std::string text) {
    constexpr const char* kSpaces = " \t\n\f\r";
    text.erase(0, std::min(text.find_first_not_of(kSpaces), text.size()));
    text.erase(text.find_last_not_of(kSpaces) + 1);
    for (char& c : text) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    return text;
  }

  void flush_text() {
    if (text_.empty()) return;
    if (preformatted_ == 0) collapse(text_);
    out_ += "\"" + text_ + "\"\n";
    text_.clear();
  }

  static void collapse(std::string& text) {
    const auto is_space = [](char c) { return std::strchr(" \t\n\f\r", c) != nullptr && c != '\0'; };
    const auto both = [&](char a, char b) { return is_space(a) && is_space(b); };
    text.erase(std::unique(text.begin(), text.end(), both), text.end());
    std::replace_if(text.begin(), text.end(), is_space, ' ');
  }

  std::optional<SkeletonReader> reader_;
  const char* markup_ = nullptr;
  std::string out_;
  std::string text_;
  int preformatted_ = 0;
};

/// The first lines in which two dumps differ, for a message.
inline std::string first_difference(const std::string& a, const std::string& b) {
  std::size_t at = 0;
  while (at < a.size() && at < b.size() && a[at] == b[at]) ++at;
  if (at == a.size() && at == b.size()) return {};
  const std::size_t from = a.rfind('\n', at > 200 ? at - 200 : 0);
  const std::size_t begin = from == std::string::npos || from > at ? 0 : from;
  return "whole page:\n" + a.substr(begin, 500) + "\n\npruned page:\n" + b.substr(begin, 500);
}

}  // namespace klartext::testing_support
