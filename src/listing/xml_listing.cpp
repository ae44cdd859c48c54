// Expat calls for each tag and each piece of text. `Reader` keeps the names of the open elements, and of the innermost
// entry the best address, title and date so far: the row of kParts[] with the lower rank wins.
#include "listing/xml_listing.h"

#include <expat.h>

#include <algorithm>
#include <array>
#include <memory>
#include <string>
#include <unordered_map>
#include <vector>

#include "base/date.h"
#include "base/text.h"
#include "base/url.h"
#include "input/sniff.h"
#include "listing/xml_repair.h"

namespace klartext {
namespace {

/// Text of one element is read no further: titles and addresses are short.
constexpr std::size_t kMaxTextBytes = 65536;

/// No feed nests deeper than 20 (XHTML in Atom).
constexpr std::size_t kMaxDepth = 256;

/// Bytes handed to Expat at once; it counts in int. Small pieces would make it read a long token again and again.
constexpr std::size_t kPieceBytes = std::size_t{1} << 30U;

constexpr std::array<std::string_view, 5> kRoots = {"rss", "RDF", "feed", "urlset", "sitemapindex"};

/// Vocabularies by the beginning of their namespace's name. Those of feeds and sitemaps themselves need no prefix.
struct Vocabulary {
  std::string_view namespace_begins;
  std::string_view prefix;
};
constexpr std::array kVocabularies = std::to_array<Vocabulary>({
    {"http://www.w3.org/2005/Atom", ""},
    {"http://purl.org/atom/ns", ""},
    {"http://purl.org/rss/1.0/modules", "module"},
    {"http://purl.org/rss/1.0", ""},
    {"http://my.netscape.com/rdf/simple/0.9", ""},
    {"http://www.sitemaps.org/schemas/sitemap", ""},
    {"https://www.sitemaps.org/schemas/sitemap", ""},
    {"http://www.google.com/schemas/sitemap-news", "news"},
    {"http://www.google.com/schemas/sitemap/", ""},
    {"http://purl.org/dc/", "dc"},
    {"http://rssnamespace.org/feedburner", "feedburner"},
});

/// Elements that stand for an article or a sitemap, and what they stand in.
struct EntryRow {
  std::string_view parent;
  std::string_view name;
};
constexpr std::array kEntries = std::to_array<EntryRow>({
    {"channel", "item"},
    {"RDF", "item"},
    {"rss", "item"},
    {"feed", "entry"},
    {"urlset", "url"},
    {"sitemapindex", "sitemap"},
});

enum class Part : std::uint8_t { url, title, date };

struct PartRow {
  std::string_view parent;
  std::string_view name;
  Part part;
  int rank;
};
constexpr std::array kParts = std::to_array<PartRow>({
    {"item", "feedburner:origLink", Part::url, 0},
    {"item", "link", Part::url, 1},
    {"item", "guid", Part::url, 2},
    {"item", "title", Part::title, 0},
    {"item", "dc:title", Part::title, 1},
    {"item", "pubDate", Part::date, 0},
    {"item", "dc:date", Part::date, 1},
    {"entry", "feedburner:origLink", Part::url, 0},
    {"entry", "link", Part::url, 1},
    {"entry", "title", Part::title, 0},
    {"entry", "published", Part::date, 0},
    {"entry", "issued", Part::date, 0},
    {"entry", "updated", Part::date, 1},
    {"entry", "modified", Part::date, 1},
    {"url", "loc", Part::url, 0},
    {"url", "lastmod", Part::date, 1},
    {"news:news", "news:title", Part::title, 0},
    {"news:news", "news:publication_date", Part::date, 0},
    {"sitemap", "loc", Part::url, 0},
});

const PartRow* part_of(std::string_view parent, std::string_view name) {
  const auto* row = std::find_if(kParts.begin(), kParts.end(),
                                 [&](const PartRow& r) { return r.parent == parent && r.name == name; });
  return row == kParts.end() ? nullptr : row;
}

bool begins_entry(std::string_view parent, std::string_view name) {
  return std::any_of(kEntries.begin(), kEntries.end(),
                     [&](const EntryRow& r) { return r.parent == parent && r.name == name; });
}

/// Attributes as Expat gives them: name, value, name, value, …, null.
class Attributes {
 public:
  explicit Attributes(const XML_Char** list) : list_(list) {}

  [[nodiscard]] std::string_view find(std::string_view name) const {
    for (const XML_Char** at = list_; *at != nullptr; at += 2) {
      if (name == *at) return at[1];
    }
    return {};
  }
  template <class Function>
  void each(Function function) const {
    for (const XML_Char** at = list_; *at != nullptr; at += 2) function(std::string_view(*at), std::string_view(at[1]));
  }

 private:
  const XML_Char** list_;
};

/// The best value of a part so far.
struct Best {
  std::string value;
  int rank = 0;

  void offer(std::string text, int new_rank) {
    if (text.empty() || (!value.empty() && rank <= new_rank)) return;
    value = std::move(text);
    rank = new_rank;
  }
};

struct Entry {
  std::size_t depth = 0;  ///< open elements around it
  bool is_sitemap = false;
  std::string base;
  std::array<Best, 3> parts;

  Best& part(Part which) { return parts[static_cast<std::size_t>(which)]; }
};

/// Text being collected for a row of kParts[].
struct Capture {
  const PartRow* row = nullptr;
  std::size_t depth = 0;
  std::string text;
};

class Reader {
 public:
  Reader(XML_Parser parser, std::string_view base_url, const ListingReceiver& receiver)
      : parser_(parser), base_(base_url), receiver_(receiver) {
    set_handlers();
  }

  void start(std::string_view name, const Attributes& attributes) {
    attributes.each([&](std::string_view key, std::string_view value) { declare(key, value); });
    if (open_.empty()) root_prefix_ = name.substr(0, name.find(':') == std::string_view::npos ? 0 : name.find(':'));
    open(canonical(name), attributes);
  }

  void end() {
    if (capture_.row != nullptr && capture_.depth == open_.size()) finish_capture();
    if (in_channel_link_ == open_.size()) finish_channel_link();
    if (entry_ && entry_->depth == open_.size()) finish_entry();
    open_.pop_back();
    if (open_.empty()) closed_ = true;
  }

  void text(std::string_view piece) {
    const bool wanted = capture_.row != nullptr || in_channel_link_ > 0;
    if (wanted && capture_.text.size() < kMaxTextBytes) capture_.text.append(piece);
  }

  /// The root element has ended: what follows it is of no interest.
  [[nodiscard]] bool closed() const { return closed_; }

  /// What is wrong with the document, after Expat stopped.
  [[nodiscard]] Error damage() const {
    const std::string line = std::to_string(XML_GetCurrentLineNumber(parser_));
    const bool too_deep = open_.size() > kMaxDepth;
    const std::string cause = too_deep ? "elements nest too deep" : XML_ErrorString(XML_GetErrorCode(parser_));
    return {ErrorCode::not_html, "the XML is damaged in line " + line + ": " + cause};
  }

  /// Entries whose links are relative, to an address that is not known.
  [[nodiscard]] std::optional<Error> left_out() const {
    if (without_address_ == 0) return std::nullopt;
    return Error{ErrorCode::no_article, std::to_string(without_address_) +
                                            (without_address_ == 1 ? " entry has" : " entries have") +
                                            " no full address; give that of the list itself with --url"};
  }

 private:
  void set_handlers() {
    XML_SetUserData(parser_, this);
    XML_SetElementHandler(
        parser_,
        [](void* self, const XML_Char* name, const XML_Char** attributes) {
          static_cast<Reader*>(self)->start(name, Attributes(attributes));
        },
        [](void* self, const XML_Char*) { static_cast<Reader*>(self)->end(); });
    XML_SetCharacterDataHandler(parser_, [](void* self, const XML_Char* text, int size) {
      static_cast<Reader*>(self)->text({text, static_cast<std::size_t>(size)});
    });
  }

  void declare(std::string_view key, std::string_view value) {
    if (key != "xmlns" && !key.starts_with("xmlns:")) return;
    const auto* row = std::find_if(kVocabularies.begin(), kVocabularies.end(),
                                   [&](const Vocabulary& v) { return value.starts_with(v.namespace_begins); });
    if (row == kVocabularies.end() || key == "xmlns") return;
    prefixes_[std::string(key.substr(std::string_view("xmlns:").size()))] = row->prefix;
  }

  /// The name with the prefix that its vocabulary has in the tables; a prefix that nobody declared stays.
  [[nodiscard]] std::string canonical(std::string_view name) const {
    const auto colon = name.find(':');
    if (colon == std::string_view::npos) return std::string(name);
    const auto prefix = name.substr(0, colon);
    const auto local = name.substr(colon + 1);
    const auto known = prefixes_.find(std::string(prefix));
    const auto means = known != prefixes_.end() ? known->second : prefix == root_prefix_ ? std::string_view() : prefix;
    return means.empty() ? std::string(local) : std::string(means).append(":").append(local);
  }

  void open(std::string name, const Attributes& attributes) {
    const std::string parent = open_.empty() ? std::string() : open_.back();
    open_.push_back(std::move(name));
    if (open_.size() > kMaxDepth) XML_StopParser(parser_, XML_FALSE);
    const auto base = attributes.find("xml:base");
    if (open_.size() == 1) base_ = resolve_url(base_, base).value_or(base_);
    if (!entry_ && begins_entry(parent, open_.back())) {
      entry_ = Entry{open_.size(), open_.back() == "sitemap", resolve_url(base_, base).value_or(base_), {}};
      return;
    }
    if (!entry_) return note_own_link(parent, attributes);
    const auto* row = capture_.row == nullptr ? part_of(parent, open_.back()) : nullptr;
    if (row != nullptr) begin_part(*row, attributes);
  }

  void begin_part(const PartRow& row, const Attributes& attributes) {
    if (row.name == "link" && !attributes.find("href").empty()) {
      const auto rel = attributes.find("rel");
      if (rel.empty() || rel == "alternate") offer(row, attributes.find("href"), is_page(attributes) ? 0 : 1);
      return;
    }
    if (row.name == "guid" && attributes.find("isPermaLink") == "false") return;
    capture_ = {&row, open_.size(), {}};
  }

  /// An Atom entry may link to its text in several types.
  static bool is_page(const Attributes& attributes) {
    const auto type = attributes.find("type");
    return type.empty() || type == "text/html" || type == "application/xhtml+xml";
  }

  void finish_capture() {
    const Capture capture = std::exchange(capture_, {});
    offer(*capture.row, capture.text, 0);
  }

  void offer(const PartRow& row, std::string_view text, int handicap) {
    std::string value;
    if (row.part == Part::title) {
      value = clean_markup(text);
    } else if (row.part == Part::date) {
      const auto date = parse_date(trim(text));
      if (date) value = date->iso();
    } else {
      auto url = resolve_url(entry_->base, trim(text));
      if (url && is_http_url(*url)) value = std::move(*url);
    }
    entry_->part(row.part).offer(std::move(value), 2 * row.rank + handicap);
  }

  /// <channel><link> and <feed><link href>, for documents whose address is not known.
  void note_own_link(std::string_view parent, const Attributes& attributes) {
    if (!base_.empty() || open_.back() != "link" || (parent != "channel" && parent != "feed")) return;
    const auto rel = attributes.find("rel");
    const auto href = attributes.find("href");
    if (href.empty()) {
      in_channel_link_ = open_.size();
      capture_.text.clear();
    } else if (rel.empty() || rel == "alternate") {
      set_base(href);
    }
  }

  void finish_channel_link() {
    in_channel_link_ = 0;
    set_base(capture_.text);
    capture_.text.clear();
  }

  void set_base(std::string_view url) {
    if (is_http_url(trim(url))) base_ = trim(url);
  }

  void finish_entry() {
    Entry entry = *std::exchange(entry_, std::nullopt);
    auto& url = entry.part(Part::url).value;
    if (url.empty()) {
      if (entry.base.empty()) ++without_address_;
      return;
    }
    if (entry.is_sitemap) return receiver_.sitemap(std::move(url));
    const auto unless_empty = [](std::string& value) {
      return value.empty() ? std::nullopt : std::optional(std::move(value));
    };
    receiver_.article(
        {std::move(url), unless_empty(entry.part(Part::title).value), unless_empty(entry.part(Part::date).value)});
  }

  XML_Parser parser_;
  std::string base_;
  const ListingReceiver& receiver_;
  std::unordered_map<std::string, std::string_view> prefixes_;
  std::string root_prefix_;
  std::vector<std::string> open_;
  std::optional<Entry> entry_;
  Capture capture_;
  std::size_t in_channel_link_ = 0;
  std::size_t without_address_ = 0;
  bool closed_ = false;
};

using Parser = std::unique_ptr<XML_ParserStruct, decltype(&XML_ParserFree)>;

}  // namespace

bool is_xml_listing(std::string_view text) {
  constexpr std::size_t kPrologBytes = 16384;
  text = skip_prolog(text.substr(0, kPrologBytes));
  if (!text.starts_with('<')) return false;
  auto name = text.substr(1, text.find_first_of(" \t\r\n/>") - 1);
  name.remove_prefix(name.find(':') == std::string_view::npos ? 0 : name.find(':') + 1);
  return std::find(kRoots.begin(), kRoots.end(), name) != kRoots.end();
}

std::optional<Error> read_xml_listing(std::string_view text, std::string_view base_url,
                                      const ListingReceiver& receiver) {
  const std::string xml = repaired_xml(text);
  const Parser parser(XML_ParserCreate("UTF-8"), &XML_ParserFree);
  if (!parser) return Error{ErrorCode::internal, "out of memory"};
  Reader reader(parser.get(), base_url, receiver);
  bool sound = true;
  for (std::string_view rest = xml; sound; rest.remove_prefix(std::min(kPieceBytes, rest.size()))) {
    const int size = static_cast<int>(std::min(kPieceBytes, rest.size()));
    const bool is_last = rest.size() <= kPieceBytes;
    sound = XML_Parse(parser.get(), rest.data(), size, is_last ? 1 : 0) != XML_STATUS_ERROR;
    if (is_last) break;
  }
  // Junk behind the end harms nobody.
  if (!sound && !reader.closed()) return reader.damage();
  return reader.left_out();
}

}  // namespace klartext
