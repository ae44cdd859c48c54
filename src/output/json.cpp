// One row a key: `kFields` is the record. Its order is the order of the output, its names are what `--fields` takes.
#include "output/json.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <optional>

#include "output/json_writer.h"

namespace klartext {
namespace {

using Text = std::optional<std::string>;

void write_text(JsonWriter& json, const Text& text) {
  if (text) {
    json.string(*text);
  } else {
    json.null();
  }
}

void write_member(JsonWriter& json, std::string_view key, const Text& text) {
  json.key(key);
  write_text(json, text);
}

void write_member(JsonWriter& json, std::string_view key, const std::string& text) {
  json.key(key);
  json.string(text);
}

template <class Items, class Write>
void write_array(JsonWriter& json, const Items& items, Write write) {
  json.begin_array();
  for (const auto& item : items) write(json, item);
  json.end_array();
}

std::string_view type_name(Author::Type type) {
  switch (type) {
    case Author::Type::organization:
      return "organization";
    case Author::Type::initials:
      return "initials";
    case Author::Type::person:
      break;
  }
  return "person";
}

void write_author(JsonWriter& json, const Author& author) {
  json.begin_object();
  write_member(json, "name", author.name);
  json.key("type");
  json.string(type_name(author.type));
  write_member(json, "url", author.url);
  json.end_object();
}

void write_link(JsonWriter& json, const Link& link) {
  json.begin_object();
  write_member(json, "text", link.text);
  write_member(json, "url", link.url);
  json.end_object();
}

void write_image(JsonWriter& json, const Image& image) {
  json.begin_object();
  write_member(json, "url", image.url);
  write_member(json, "caption", image.caption);
  write_member(json, "credit", image.credit);
  write_member(json, "alt", image.alt);
  json.end_object();
}

void write_teaser_image(JsonWriter& json, const std::optional<TeaserImage>& image) {
  if (!image) return json.null();
  json.begin_object();
  write_member(json, "url", image->url);
  write_member(json, "caption", image->caption);
  json.end_object();
}

void write_teaser(JsonWriter& json, const Teaser& teaser) {
  json.begin_object();
  write_member(json, "kicker", teaser.kicker);
  write_member(json, "title", teaser.title);
  write_member(json, "type", teaser.type);
  write_member(json, "date", teaser.date);
  write_member(json, "teaser", teaser.teaser);
  write_member(json, "url", teaser.url);
  json.key("image");
  write_teaser_image(json, teaser.image);
  json.end_object();
}

void write_provider(JsonWriter& json, const Provider& provider) {
  json.begin_object();
  write_member(json, "name", provider.name);
  write_member(json, "postcode", provider.postcode);
  write_member(json, "city", provider.city);
  write_member(json, "url", provider.url);
  json.end_object();
}

void write_alternates(JsonWriter& json, const Alternates& alternates) {
  json.begin_object();
  write_member(json, "print", alternates.print);
  write_member(json, "pdf", alternates.pdf);
  json.end_object();
}

void write_free(JsonWriter& json, const std::optional<bool>& free) {
  if (free) {
    json.boolean(*free);
  } else {
    json.null();
  }
}

void write_extractor(JsonWriter& json, const std::string& profile) {
  json.begin_object();
  write_member(json, "version", std::string(version()));
  write_member(json, "profile", profile);
  json.key("schema");
  json.number(kSchemaVersion);
  json.end_object();
}

void write_string(JsonWriter& json, const std::string& text) { json.string(text); }

/// One key of the record.
struct Field {
  std::string_view name;
  void (*write)(JsonWriter& json, const Article& article);
};

constexpr std::array kFields = {
    Field{"source", [](JsonWriter& json, const Article& article) { json.string(article.source); }},
    Field{"url", [](JsonWriter& json, const Article& article) { write_text(json, article.url); }},
    Field{"site", [](JsonWriter& json, const Article& article) { write_text(json, article.site); }},
    Field{"language", [](JsonWriter& json, const Article& article) { write_text(json, article.language); }},
    Field{"kicker", [](JsonWriter& json, const Article& article) { write_text(json, article.kicker); }},
    Field{"title", [](JsonWriter& json, const Article& article) { write_text(json, article.title); }},
    Field{"date", [](JsonWriter& json, const Article& article) { write_text(json, article.date); }},
    Field{"date_modified", [](JsonWriter& json, const Article& article) { write_text(json, article.date_modified); }},
    Field{"authors",
          [](JsonWriter& json, const Article& article) { write_array(json, article.authors, write_author); }},
    Field{"section", [](JsonWriter& json, const Article& article) { write_text(json, article.section); }},
    Field{"lead", [](JsonWriter& json, const Article& article) { write_text(json, article.lead); }},
    Field{"body", [](JsonWriter& json, const Article& article) { write_text(json, article.body); }},
    Field{"tags", [](JsonWriter& json, const Article& article) { write_array(json, article.tags, write_string); }},
    Field{"links", [](JsonWriter& json, const Article& article) { write_array(json, article.links, write_link); }},
    Field{"images", [](JsonWriter& json, const Article& article) { write_array(json, article.images, write_image); }},
    Field{"related",
          [](JsonWriter& json, const Article& article) { write_array(json, article.related, write_teaser); }},
    Field{"providers",
          [](JsonWriter& json, const Article& article) { write_array(json, article.providers, write_provider); }},
    Field{"alternates", [](JsonWriter& json, const Article& article) { write_alternates(json, article.alternates); }},
    Field{"free", [](JsonWriter& json, const Article& article) { write_free(json, article.free); }},
    Field{"extractor", [](JsonWriter& json, const Article& article) { write_extractor(json, article.profile); }},
};

void write_candidate(JsonWriter& json, const Candidate& candidate) {
  json.begin_object();
  write_member(json, "rule", candidate.rule);
  write_member(json, "where", candidate.where);
  write_member(json, "value", candidate.value);
  json.end_object();
}

void write_explanation(JsonWriter& json, const Explanation& explanation) {
  json.key(explanation.field);
  json.begin_object();
  json.key("winner");
  if (explanation.winner) {
    write_candidate(json, *explanation.winner);
  } else {
    json.null();
  }
  json.key("losers");
  write_array(json, explanation.losers, write_candidate);
  json.end_object();
}

void write_explain(JsonWriter& json, const Article& article, const SerializeOptions& options) {
  json.key("explain");
  json.begin_object();
  for (const Explanation& explanation : article.explain) {
    if (keeps_field(options, explanation.field)) write_explanation(json, explanation);
  }
  json.end_object();
}

}  // namespace

bool is_field(std::string_view name) {
  return std::any_of(kFields.begin(), kFields.end(), [&](const Field& field) { return field.name == name; });
}

bool keeps_field(const SerializeOptions& options, std::string_view name) {
  return options.fields.empty() ||
         std::find(options.fields.begin(), options.fields.end(), name) != options.fields.end();
}

bool has_field(const Article& article, std::string_view name) {
  constexpr std::string_view kNothing[] = {"null\n", "\"\"\n", "[]\n",
                                           R"({"print":null,"pdf":null})"
                                           "\n"};
  const auto* field = std::find_if(kFields.begin(), kFields.end(), [&](const Field& f) { return f.name == name; });
  if (field == kFields.end()) return false;
  JsonWriter json(false);
  field->write(json, article);
  return std::find(std::begin(kNothing), std::end(kNothing), json.take()) == std::end(kNothing);
}

std::string to_json(const Article& article, const SerializeOptions& options) {
  JsonWriter json(options.pretty);
  json.begin_object();
  for (const Field& field : kFields) {
    if (!keeps_field(options, field.name)) continue;
    json.key(field.name);
    field.write(json, article);
  }
  if (!article.explain.empty()) write_explain(json, article, options);
  json.end_object();
  return json.take();
}

std::string serialize_error(std::string_view source, const Error& error) {
  JsonWriter json(false);
  json.begin_object();
  json.key("source");
  json.string(source);
  json.key("error");
  json.begin_object();
  json.key("code");
  json.string(code_name(error.code));
  json.key("message");
  json.string(error.message);
  json.end_object();
  json.end_object();
  return json.take();
}

}  // namespace klartext
