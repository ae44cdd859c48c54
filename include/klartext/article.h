// What a news article is, as a record.
//
// One struct per noun of the JSON schema, in the order of its keys. Every piece of text is UTF-8 in NFC with white
// space collapsed; every url is absolute wherever the page's address is known. `std::nullopt` means: the page does not
// say.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace klartext {

/// Version of the record's shape (its keys and their meaning); raised when a key changes or goes.
inline constexpr int kSchemaVersion = 1;

/// Who wrote the article. `initials` is a printed sign such as "sib".
struct Author {
  enum class Type : std::uint8_t { person, organization, initials };
  std::string name;
  Type type = Type::person;
  std::optional<std::string> url;
};

/// A link that the page gives with the article.
struct Link {
  std::string text;
  std::string url;
};

/// A picture of the article itself.
struct Image {
  std::string url;
  std::optional<std::string> caption;
  std::optional<std::string> credit;
  std::optional<std::string> alt;
};

/// The picture of a teaser.
struct TeaserImage {
  std::string url;
  std::optional<std::string> caption;
};

/// A short pointer to another article that the page connects to this one.
struct Teaser {
  std::optional<std::string> kicker;
  std::optional<std::string> title;
  std::optional<std::string> type;  ///< a printed label: "Bericht", "Interview"
  std::optional<std::string> date;  ///< ISO 8601
  std::optional<std::string> teaser;
  std::optional<std::string> url;
  std::optional<TeaserImage> image;
};

/// A company listed under "Ausgewählte Anbieter".
struct Provider {
  std::string name;
  std::optional<std::string> postcode;
  std::optional<std::string> city;
  std::optional<std::string> url;
};

/// Other forms of the same article.
struct Alternates {
  std::optional<std::string> print;
  std::optional<std::string> pdf;
};

/// One value that a rule proposed for a field, and where on the page it stood.
struct Candidate {
  std::string rule;   ///< name of the rule, as in the rule table of the field's file
  std::string where;  ///< node path ("html/body/div[2]/h1"), "json-ld", "meta og:title", …; may be empty
  std::string value;  ///< shortened for reading
};

/// Why a field has its value: the candidate that won (none if the field is null) and those that lost, best first.
struct Explanation {
  std::string field;
  std::optional<Candidate> winner;
  std::vector<Candidate> losers;
};

/// What a block of text is on the page, by its nearest telling ancestor.
enum class BlockKind : std::uint8_t {
  paragraph,  ///< also text outside any <p>
  heading,
  list_item,
  quote,
  caption,  ///< figcaption, caption
  table_cell,
  preformatted,
};

/// The record. Keys and order as in the JSON schema that `schema_json()` returns.
struct Article {
  std::string source;
  std::optional<std::string> url;
  std::optional<std::string> site;
  std::optional<std::string> language;
  std::optional<std::string> kicker;
  std::optional<std::string> title;
  std::optional<std::string> date;
  std::optional<std::string> date_modified;
  std::vector<Author> authors;
  std::optional<std::string> section;
  std::optional<std::string> lead;
  std::optional<std::string> body;
  std::vector<BlockKind>
      body_kinds;  ///< of the blocks of `body` in their order; no key of the record: Markdown shows it
  std::vector<std::string> tags;
  std::vector<Link> links;
  std::vector<Image> images;
  std::vector<Teaser> related;
  std::vector<Provider> providers;
  Alternates alternates;
  std::optional<bool> free;
  std::string profile;               ///< name of the site profile that read the page, "generic" if none
  std::vector<Explanation> explain;  ///< empty unless `ExtractOptions::explain`
};

}  // namespace klartext
