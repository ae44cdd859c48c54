// One pass over the nodes with the open scopes on a stack. A property belongs to the innermost open scope; a scope that
// is a property itself (author, publisher, image) hands what it gathered to the scope around it when it closes.
#include "facts/microdata.h"

#include <algorithm>
#include <array>
#include <string>

#include "base/text.h"
#include "facts/schema_org.h"

namespace klartext {
namespace {

/// No name, headline or date is longer; what is comes from a scope that was never closed.
constexpr std::size_t kLongestValue = 5000;  // bytes
constexpr std::size_t kMostArticles = 50;

enum class ScopeKind : std::uint8_t { article, breadcrumbs, other };

struct Scope {
  NodeId node = kNoNode;
  ScopeKind kind = ScopeKind::other;
  bool foreign = false;  ///< it is, or stands in, a citation, a comment, a list of other pages
  std::string_view type;
  std::string_view property;  ///< what it is to the scope around it; may be several words
  std::string name;
  std::string url;
  ArticleFacts article;
  std::vector<std::string> crumbs;
};

/// A property as it stands on the page.
struct Property {
  std::string_view name;
  NodeId node;
};

/// Attribute that holds the value of such an element.
struct ValueSource {
  Tag tag;
  Attribute attribute;
};

constexpr std::array kValueSources = std::to_array<ValueSource>({
    {Tag::meta, Attribute::content},
    {Tag::time, Attribute::datetime},
    {Tag::a, Attribute::href},
    {Tag::link, Attribute::href},
    {Tag::img, Attribute::src},
    {Tag::iframe, Attribute::src},
    {Tag::video, Attribute::src},
    {Tag::audio, Attribute::src},
    {Tag::source, Attribute::src},
});

std::string text_value(const Document& document, NodeId n) {
  const std::string_view text = document.text(n);
  return text.size() > kLongestValue ? std::string{} : clean(text);
}

/// The attribute of the element's kind, else its `content`, else empty.
std::string_view attribute_value(const Document& document, NodeId n) {
  const auto* source = std::ranges::find(kValueSources, document.tag(n), &ValueSource::tag);
  const std::string_view value =
      source == kValueSources.end() ? std::string_view{} : document.attribute(n, source->attribute);
  return value.empty() ? document.attribute(n, Attribute::content) : value;
}

bool is_address_carrier(Tag tag) { return tag == Tag::a || tag == Tag::link || tag == Tag::img; }

/// A value meant to be read: the text of a link, not its address.
std::string words_of(const Document& document, NodeId n) {
  const std::string_view value =
      is_address_carrier(document.tag(n)) ? document.attribute(n, Attribute::content) : attribute_value(document, n);
  return value.empty() ? text_value(document, n) : clean_markup(value);
}

std::string address_value(const Document& document, NodeId n) {
  for (const Attribute name :
       {Attribute::href, Attribute::src, Attribute::content, Attribute::data_src, Attribute::itemid}) {
    if (const std::string_view value = document.attribute(n, name); !value.empty()) return address(value);
  }
  return document.has(n, Attribute::itemscope) ? std::string{} : text_value(document, n);
}

// --- properties of an article ---

using TextField = std::string ArticleFacts::*;

struct FieldRow {
  std::string_view property;
  TextField field;
};

constexpr std::array kTextFields = std::to_array<FieldRow>({
    {"headline", &ArticleFacts::headline},
    {"alternativeHeadline", &ArticleFacts::alternative_headline},
    {"name", &ArticleFacts::name},
    {"description", &ArticleFacts::description},
    {"datePublished", &ArticleFacts::date_published},
    {"dateModified", &ArticleFacts::date_modified},
    {"dateCreated", &ArticleFacts::date_created},
    {"inLanguage", &ArticleFacts::language},
    {"publisher", &ArticleFacts::publisher},
});

constexpr std::array kAddressFields = std::to_array<FieldRow>({
    {"url", &ArticleFacts::url},
    {"mainEntityOfPage", &ArticleFacts::main_entity_of_page},
});

bool is_author_property(std::string_view name) { return name == "author" || name == "creator"; }

void add_author(std::vector<FactAuthor>& authors, FactAuthor author) {
  constexpr std::size_t kMostAuthors = 50;
  const bool known = std::ranges::find(authors, author.name, &FactAuthor::name) != authors.end();
  if (!author.name.empty() && !known && authors.size() < kMostAuthors) authors.push_back(std::move(author));
}

class MicrodataReader {
 public:
  MicrodataReader(const Document& document, Facts& facts) : document_(document), facts_(facts) {}

  void read() {
    for (NodeId n = 0; n < document_.size(); ++n) {
      while (!open_.empty() && n >= document_.end(open_.back().node)) close();
      if (document_.is_text(n)) continue;
      const std::string_view properties = document_.attribute(n, Attribute::itemprop);
      const bool opens_scope = document_.has(n, Attribute::itemscope);
      if (opens_scope) {
        open(n, properties);
      } else if (!properties.empty() && !open_.empty()) {
        for (const std::string_view name : names_in(properties)) add({name, n});
      }
    }
    while (!open_.empty()) close();
    if (facts_.breadcrumbs.empty()) facts_.breadcrumbs = std::move(breadcrumbs_);
  }

  /// Articles in page order (an inner one closes before the one around it).
  std::vector<ArticleFacts> take_articles() {
    std::ranges::sort(articles_, {}, &ArticleFacts::node);
    return std::move(articles_);
  }

 private:
  void open(NodeId n, std::string_view property) {
    Scope scope;
    scope.node = n;
    scope.property = property;
    scope.type = schema_name(document_.attribute(n, Attribute::itemtype));
    scope.foreign =
        (!open_.empty() && open_.back().foreign) || std::ranges::any_of(names_in(property), is_foreign_member);
    if (is_article_type(scope.type) && !scope.foreign) scope.kind = ScopeKind::article;
    if (scope.type == "BreadcrumbList") scope.kind = ScopeKind::breadcrumbs;
    if (scope.kind == ScopeKind::article) begin_article(scope);
    if (is_of(property, "mainEntityOfPage") && !open_.empty()) add({"mainEntityOfPage", n});
    open_.push_back(std::move(scope));
  }

  void begin_article(Scope& scope) {
    scope.article.origin = ArticleFacts::Origin::microdata;
    scope.article.node = scope.node;
    scope.article.type = scope.type;
    scope.article.id = address(document_.attribute(scope.node, Attribute::itemid));
  }

  /// The words of an itemprop; no element has more than a few.
  static std::vector<std::string_view> names_in(std::string_view properties) {
    constexpr std::size_t kLongest = 200;  // bytes
    return split(properties.substr(0, kLongest), " \t\n\r\f");
  }

  static bool is_of(std::string_view properties, std::string_view name) {
    const auto names = names_in(properties);
    return std::ranges::find(names, name) != names.end();
  }

  void add(const Property& property) {
    Scope& scope = open_.back();
    if (scope.kind == ScopeKind::article) return add_to_article(scope.article, property);
    if (property.name == "name" && scope.name.empty()) scope.name = words_of(document_, property.node);
    if (property.name == "url" && scope.url.empty()) scope.url = address_value(document_, property.node);
  }

  void add_to_article(ArticleFacts& article, const Property& property) {
    if (const auto* row = std::ranges::find(kTextFields, property.name, &FieldRow::property);
        row != kTextFields.end()) {
      if ((article.*row->field).empty()) article.*row->field = words_of(document_, property.node);
    } else if (row = std::ranges::find(kAddressFields, property.name, &FieldRow::property);
               row != kAddressFields.end()) {
      if ((article.*row->field).empty()) article.*row->field = address_value(document_, property.node);
    } else if (is_author_property(property.name)) {
      const bool link = document_.tag(property.node) == Tag::a;
      add_author(article.authors, {words_of(document_, property.node), FactAuthor::Type::unknown,
                                   link ? address_value(document_, property.node) : std::string{}});
    } else {
      add_rarer(article, property);
    }
  }

  void add_rarer(ArticleFacts& article, const Property& property) {
    if (property.name == "articleSection") add_unique(article.sections, words_of(document_, property.node));
    if (property.name == "keywords") add_unique(article.keywords, words_of(document_, property.node));
    if (property.name == "image") add_unique(article.images, address_value(document_, property.node));
    if (property.name == "isAccessibleForFree") article.free = schema_boolean(words_of(document_, property.node));
    if (property.name == "articleBody") add_body(article, property.node);
  }

  /// Bodies inside a body are parts of it; taking them once keeps nested ones linear.
  void add_body(ArticleFacts& article, NodeId n) {
    if (!article.article_body.empty() || n < body_end_) return;
    body_end_ = document_.end(n);
    const std::string_view given = document_.attribute(n, Attribute::content);
    article.article_body = given.empty() ? clean(document_.text(n)) : clean_markup(given);
  }

  void close() {
    Scope scope = std::move(open_.back());
    open_.pop_back();
    if (scope.kind == ScopeKind::article) return keep_article(std::move(scope.article));
    if (scope.kind == ScopeKind::breadcrumbs && breadcrumbs_.empty()) breadcrumbs_ = std::move(scope.crumbs);
    if (!open_.empty()) hand_over(scope, open_.back());
  }

  void keep_article(ArticleFacts article) {
    if (articles_.size() < kMostArticles && tells_something(article)) articles_.push_back(std::move(article));
  }

  /// What a closed scope means to the one around it.
  void hand_over(Scope& scope, Scope& around) {
    if (around.kind == ScopeKind::breadcrumbs) {
      if (scope.type == "ListItem") add_unique(around.crumbs, std::move(scope.name));
    } else if (around.kind == ScopeKind::article) {
      hand_to_article(scope, around.article);
    } else if (around.name.empty() && is_of(scope.property, "item")) {
      around.name = std::move(scope.name);
    }
  }

  void hand_to_article(Scope& scope, ArticleFacts& article) {
    if (is_of(scope.property, "author") || is_of(scope.property, "creator")) {
      if (scope.name.empty()) scope.name = words_of(document_, scope.node);
      add_author(article.authors, {std::move(scope.name), author_type(scope.type), std::move(scope.url)});
    } else if (is_of(scope.property, "publisher")) {
      add_unique(facts_.site_names, scope.name);
      if (article.publisher.empty()) article.publisher = std::move(scope.name);
    } else if (is_of(scope.property, "image")) {
      add_unique(article.images, scope.url.empty() ? address_value(document_, scope.node) : std::move(scope.url));
    }
  }

  const Document& document_;
  Facts& facts_;
  std::vector<Scope> open_;
  std::vector<ArticleFacts> articles_;
  std::vector<std::string> breadcrumbs_;
  NodeId body_end_ = 0;
};

}  // namespace

void read_microdata(const Document& document, Facts& facts) {
  if (!document.has_anywhere(Attribute::itemscope)) return;
  MicrodataReader reader(document, facts);
  reader.read();
  for (ArticleFacts& article : reader.take_articles()) facts.articles.push_back(std::move(article));
}

}  // namespace klartext
