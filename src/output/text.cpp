// The same parts as in Markdown, in words only. Controls are dropped once, from the finished text.
#include "output/text.h"

#include <string_view>

#include "output/byline.h"
#include "output/json.h"
#include "output/safe_text.h"

namespace klartext {
namespace {

std::string line(const std::optional<std::string>& text) { return text ? *text + "\n" : ""; }

std::string kicker(const Article& article) { return line(article.kicker); }
std::string title(const Article& article) { return line(article.title); }

std::string body(const Article& article) { return article.body ? "\n" + *article.body + "\n" : ""; }
std::string lead(const Article& article) { return article.lead ? "\n" + *article.lead + "\n" : ""; }

std::string tags(const Article& article) {
  std::string words;
  for (const std::string& tag : article.tags) join(words, tag, ", ");
  return words.empty() ? "" : "\nTags: " + words + "\n";
}

std::string links(const Article& article) {
  std::string out;
  for (const Link& link : article.links) {
    out += link.text == link.url ? link.text + "\n" : link.text + " <" + link.url + ">\n";
  }
  return out.empty() ? "" : "\nLinks:\n" + out;
}

std::string teaser_lines(const Teaser& teaser) {
  std::string head = teaser.date.value_or("");
  join(head, teaser.kicker ? *teaser.kicker + ":" : "", " ");
  join(head, teaser.title.value_or(""), " ");
  join(head, teaser.type ? "(" + *teaser.type + ")" : "", " ");
  return head + "\n" + line(teaser.url);
}

std::string related(const Article& article) {
  std::string out;
  for (const Teaser& teaser : article.related) out += teaser_lines(teaser);
  return out.empty() ? "" : "\nRelated:\n" + out;
}

std::string providers(const Article& article) {
  std::string out;
  for (const Provider& provider : article.providers) {
    std::string words = provider.name;
    join(words, place(provider), ", ");
    out += words + "\n";
  }
  return out.empty() ? "" : "\nProviders:\n" + out;
}

struct Part {
  std::string_view field;
  std::string (*write)(const Article& article);
};

constexpr Part kAboveByline[] = {{"kicker", kicker}, {"title", title}};
constexpr Part kBelowByline[] = {
    {"url", [](const Article& article) { return line(article.url); }},
    {"body", body},
    {"tags", tags},
    {"links", links},
    {"related", related},
    {"providers", providers},
};

}  // namespace

std::string to_text(const Article& article, const SerializeOptions& options) {
  std::string out;
  for (const Part& part : kAboveByline) {
    if (keeps_field(options, part.field)) out += part.write(article);
  }
  const std::string under_title = byline(article, options);
  if (!under_title.empty()) out += under_title + "\n";
  const bool lead_alone = keeps_field(options, "lead") && !keeps_field(options, "body");
  if (lead_alone) out += lead(article);
  for (const Part& part : kBelowByline) {
    if (keeps_field(options, part.field)) out += part.write(article);
  }
  return out.empty() ? "\n" : drop_controls(out);
}

}  // namespace klartext
