// Every object of every script is looked at once, in page order, wherever it stands: in @graph, in a list, or inside
// another node. What it is to the page follows from its type. Objects inside a comment, a citation or a list of other
// pages are somebody else's: no articles and no dates are taken from there.
#include "facts/json_ld.h"

#include <algorithm>
#include <charconv>

#include "base/text.h"
#include "facts/json_graph.h"
#include "facts/schema_org.h"

namespace klartext {
namespace {

using Kind = JsonTree::Kind;

/// Lists of a hundred articles occur on front pages.
constexpr std::size_t kMostArticles = 300;

// --- small values ---

/// Text of a string, number, {"@value": …} or {"name": …}; of a list the first that has one.
std::string text_of(JsonValue value) {
  for (const JsonValue& item : value.items()) {
    if (item.kind() == Kind::boolean) continue;
    const JsonValue inner = item["@value"] ? item["@value"] : item["name"];
    std::string text = clean_markup(item.is_object() ? inner.raw() : item.raw());
    if (!text.empty()) return text;
  }
  return {};
}

/// All of them.
std::vector<std::string> texts_of(JsonValue value) {
  std::vector<std::string> texts;
  for (const JsonValue& item : value.items()) add_unique(texts, text_of(item));
  return texts;
}

/// Address of a string or of an object by one of the usual members; of a list the first.
std::string address_of(JsonValue value) {
  for (const JsonValue& item : value.items()) {
    if (item.kind() == Kind::string && !trim(item.raw()).empty()) return address(item.raw());
    for (const std::string_view name : {"url", "contentUrl", "@id"}) {
      for (const JsonValue& inner : item[name].items()) {
        if (inner.kind() == Kind::string && !trim(inner.raw()).empty()) return address(inner.raw());
      }
    }
  }
  return {};
}

/// mainEntityOfPage may also be a mere "True".
std::string page_address_of(JsonValue value) {
  std::string text = address_of(value);
  return schema_boolean(text) ? std::string{} : text;
}

/// BCP 47 tag of "de", {"@type": "Language", "name": "German", "alternateName": "de"}.
std::string language_of(JsonValue value) {
  const std::string tag = text_of(value["alternateName"]);
  return tag.empty() ? text_of(value) : tag;
}

std::optional<bool> boolean_of(JsonValue value) {
  for (const JsonValue& item : value.items()) {
    if (const auto boolean = schema_boolean(item.raw())) return boolean;
  }
  return std::nullopt;
}

/// isAccessibleForFree of the article, else of a part of it.
std::optional<bool> free_of(JsonValue node) {
  if (const auto own = boolean_of(node["isAccessibleForFree"])) return own;
  for (const JsonValue& part : node["hasPart"].items()) {
    if (const auto of_part = boolean_of(part["isAccessibleForFree"])) return of_part;
  }
  return std::nullopt;
}

bool any_type(std::string_view name) { return !name.empty(); }

// --- people ---

std::vector<std::string> names_of(JsonValue person) {
  auto names = texts_of(person["name"]);
  if (names.empty()) {
    add_unique(names, clean(text_of(person["givenName"]) + " " + text_of(person["familyName"])));
  }
  return names;
}

std::string author_address(JsonValue person) {
  std::string url = address_of(person["url"]);
  return url.empty() ? address_of(person["sameAs"]) : url;
}

void add_author(const JsonGraph& graph, JsonValue item, std::vector<FactAuthor>& authors) {
  if (item.kind() == Kind::string) {
    if (std::string name = clean_markup(item.raw()); !name.empty()) authors.push_back({std::move(name), {}, {}});
    return;
  }
  const JsonValue person = graph.resolved(item);
  FactAuthor::Type type = author_type(person.type(is_person_type));
  if (type == FactAuthor::Type::unknown) type = author_type(person.type(is_organization_type));
  for (std::string& name : names_of(person)) authors.push_back({std::move(name), type, author_address(person)});
}

std::vector<FactAuthor> authors_of(const JsonGraph& graph, JsonValue node) {
  std::vector<FactAuthor> authors;
  for (const std::string_view member : {"author", "creator"}) {
    for (const JsonValue& item : node[member].items()) add_author(graph, item, authors);
    if (!authors.empty()) break;
  }
  return authors;
}

std::string publisher_of(const JsonGraph& graph, JsonValue node) {
  for (const JsonValue& item : node["publisher"].items()) {
    std::string name = text_of(graph.resolved(item));
    if (!name.empty()) return name;
  }
  return {};
}

std::vector<std::string> images_of(const JsonGraph& graph, JsonValue node) {
  std::vector<std::string> images;
  for (const JsonValue& item : node["image"].items()) add_unique(images, address_of(graph.resolved(item)));
  if (images.empty()) add_unique(images, address_of(node["thumbnailUrl"]));
  return images;
}

// --- nodes ---

ArticleFacts article_of(const JsonGraph& graph, JsonValue node, std::string_view type) {
  ArticleFacts article;
  article.type = type;
  article.headline = text_of(node["headline"]);
  article.alternative_headline = text_of(node["alternativeHeadline"]);
  article.name = text_of(node["name"]);
  article.description = text_of(node["description"]);
  article.article_body = text_of(node["articleBody"]);
  article.date_published = text_of(node["datePublished"]);
  article.date_modified = text_of(node["dateModified"]);
  article.date_created = text_of(node["dateCreated"]);
  article.language = language_of(node["inLanguage"]);
  article.publisher = publisher_of(graph, node);
  article.id = address(node["@id"].raw());
  article.url = address_of(node["url"]);
  article.main_entity_of_page = page_address_of(node["mainEntityOfPage"]);
  article.sections = texts_of(node["articleSection"]);
  article.keywords = texts_of(node["keywords"]);
  article.authors = authors_of(graph, node);
  article.images = images_of(graph, node);
  article.free = free_of(node);
  return article;
}

bool is_article(JsonValue node, std::string_view type) {
  if (type.empty()) return false;
  return !equals_ignoring_case(type, "CreativeWork") || node["headline"] || node["articleBody"];
}

struct Crumb {
  double position = 0;
  std::string name;
};

/// Names of a BreadcrumbList in the order of their positions, else as they stand.
std::vector<std::string> breadcrumbs_of(JsonValue list) {
  std::vector<Crumb> crumbs;
  for (const JsonValue& item : list["itemListElement"].items()) {
    Crumb crumb{static_cast<double>(crumbs.size()), text_of(item["name"])};
    if (crumb.name.empty()) crumb.name = text_of(item["item"]["name"]);
    const std::string_view position = item["position"].raw();
    std::from_chars(position.data(), position.data() + position.size(), crumb.position);
    if (!crumb.name.empty()) crumbs.push_back(std::move(crumb));
  }
  std::ranges::stable_sort(crumbs, {}, &Crumb::position);
  std::vector<std::string> names;
  for (Crumb& crumb : crumbs) names.push_back(std::move(crumb.name));
  return names;
}

class JsonLdReader {
 public:
  JsonLdReader(const JsonGraph& graph, Facts& facts) : graph_(graph), facts_(facts) {}

  void read(const JsonTree& tree) {
    JsonTree::Id foreign_end = 0;
    for (JsonTree::Id id = 0; id < tree.size(); ++id) {
      const JsonValue value(&tree, id);
      if (is_foreign_member(value.key())) foreign_end = std::max(foreign_end, value.end());
      if (value.is_object()) read_node(value, id < foreign_end);
    }
  }

 private:
  void read_node(JsonValue node, bool foreign) {
    if (!foreign) add_unique(facts_.site_names, publisher_of(graph_, node));
    if (!node.type([](std::string_view name) { return name == "WebSite" || name == "NewsMediaOrganization"; })
             .empty()) {
      add_unique(facts_.site_names, text_of(node["name"]));
    }
    if (facts_.breadcrumbs.empty() && node.type(any_type) == "BreadcrumbList")
      facts_.breadcrumbs = breadcrumbs_of(node);
    if (!foreign) read_own_node(node);
  }

  void read_own_node(JsonValue node) {
    const std::string_view type = node.type(is_article_type);
    if (!is_article(node, type)) {
      add_unique(facts_.json_ld_dates, text_of(node["datePublished"]));
      if (!facts_.free) facts_.free = boolean_of(node["isAccessibleForFree"]);
      return;
    }
    auto article = article_of(graph_, node, type);
    if (tells_something(article) && facts_.articles.size() < kMostArticles)
      facts_.articles.push_back(std::move(article));
  }

  const JsonGraph& graph_;
  Facts& facts_;
};

}  // namespace

void read_json_ld(const std::vector<std::string>& scripts, Facts& facts) {
  std::vector<JsonTree> trees;
  for (const std::string& script : scripts) {
    if (trim(script).empty()) continue;
    if (auto tree = JsonTree::parse(script)) {
      trees.push_back(std::move(*tree));
    } else {
      ++facts.damaged_scripts;
    }
  }
  const JsonGraph graph(std::move(trees));
  JsonLdReader reader(graph, facts);
  for (const JsonTree& tree : graph.trees()) reader.read(tree);
}

}  // namespace klartext
