// One row a part of the page, in reading order; a part that the article has not leaves no trace.
#include "output/markdown.h"

#include <string_view>
#include <vector>

#include "output/byline.h"
#include "output/json.h"
#include "output/safe_text.h"

namespace klartext {
namespace {

std::string linked(std::string_view words, const std::optional<std::string>& url) {
  const std::string address = markdown_address(url.value_or(""));
  const std::string text = escape_markdown(words);
  return address.empty() ? text : "[" + text + "](" + address + ")";
}

std::string kicker(const Article& article) {
  return article.kicker ? "*" + escape_markdown(*article.kicker) + "*\n\n" : "";
}

std::string title(const Article& article) {
  return article.title ? "# " + linked(*article.title, article.url) + "\n\n" : "";
}

std::string images(const Article& article) {
  std::string out;
  for (const Image& image : article.images) {
    const std::string address = markdown_address(image.url);
    if (address.empty()) continue;
    out += "![" + escape_markdown(image.alt.value_or("")) + "](" + address + ")";
    std::string caption = image.caption.value_or("");
    join(caption, image.credit ? "(" + *image.credit + ")" : "", " ");
    if (!caption.empty()) out += "\\\n*" + escape_markdown(caption) + "*";
    out += "\n\n";
  }
  return out;
}

std::string_view mark_of(BlockKind kind) {
  switch (kind) {
    case BlockKind::heading:
      return "## ";
    case BlockKind::list_item:
      return "- ";
    case BlockKind::quote:
      return "> ";
    default:
      return "";
  }
}

/// Blocks of the body are parted by blank lines; each is escaped by itself and marked as what it is, the lead set bold.
std::string body(const Article& article) {
  constexpr std::string_view kBlankLine = "\n\n";
  std::string out;
  std::string_view text = article.body ? std::string_view(*article.body) : std::string_view();
  for (std::size_t i = 0; !text.empty(); ++i) {
    const std::string_view block = text.substr(0, text.find(kBlankLine));
    text.remove_prefix(std::min(block.size() + kBlankLine.size(), text.size()));
    const bool is_lead = i == 0 && article.lead && block == *article.lead;
    const auto mark = is_lead || i >= article.body_kinds.size() ? "" : mark_of(article.body_kinds[i]);
    out.append(mark).append(is_lead ? "**" : "").append(escape_markdown(block)).append(is_lead ? "**" : "");
    out += kBlankLine;
  }
  return out;
}

std::string lead(const Article& article) {
  return article.lead ? "**" + escape_markdown(*article.lead) + "**\n\n" : "";
}

std::string tags(const Article& article) {
  std::string line;
  for (const std::string& tag : article.tags) join(line, escape_markdown(tag), ", ");
  return line.empty() ? "" : "Tags: " + line + "\n\n";
}

/// A heading over list items, or nothing over none.
std::string list(std::string_view heading, const std::vector<std::string>& items) {
  if (items.empty()) return {};
  std::string out = "## " + std::string(heading) + "\n\n";
  for (const std::string& item : items) out += "- " + item + "\n";
  return out + "\n";
}

std::string links(const Article& article) {
  std::vector<std::string> items;
  for (const Link& link : article.links) items.push_back(linked(link.text, link.url));
  return list("Links", items);
}

std::string teaser_item(const Teaser& teaser) {
  std::string label = escape_markdown(teaser.kicker.value_or(""));
  if (!label.empty()) label += ": ";
  label += linked(teaser.title.value_or(teaser.url.value_or("")), teaser.url);
  std::string detail = escape_markdown(teaser.type.value_or(""));
  join(detail, escape_markdown(teaser.date.value_or("")), ", ");
  if (!detail.empty()) label += " (" + detail + ")";
  if (teaser.teaser) label += "\\\n  " + escape_markdown(*teaser.teaser);
  return label;
}

std::string related(const Article& article) {
  std::vector<std::string> items;
  for (const Teaser& teaser : article.related) items.push_back(teaser_item(teaser));
  return list("Related", items);
}

std::string providers(const Article& article) {
  std::vector<std::string> items;
  for (const Provider& provider : article.providers) {
    std::string item = linked(provider.name, provider.url);
    join(item, escape_markdown(place(provider)), ", ");
    items.push_back(item);
  }
  return list("Providers", items);
}

std::string byline_part(const Article& article, const SerializeOptions& options) {
  const std::string line = byline(article, options);
  return line.empty() ? "" : escape_markdown(line) + "\n\n";
}

struct Part {
  std::string_view field;
  std::string (*write)(const Article& article);
};

constexpr Part kAboveByline[] = {{"kicker", kicker}, {"title", title}};
constexpr Part kBelowByline[] = {
    {"images", images}, {"body", body},       {"tags", tags},
    {"links", links},   {"related", related}, {"providers", providers},
};

}  // namespace

std::string to_markdown(const Article& article, const SerializeOptions& options) {
  std::string out;
  for (const Part& part : kAboveByline) {
    if (keeps_field(options, part.field)) out += part.write(article);
  }
  out += byline_part(article, options);
  const bool lead_alone = keeps_field(options, "lead") && !keeps_field(options, "body");
  if (lead_alone) out += lead(article);
  for (const Part& part : kBelowByline) {
    if (keeps_field(options, part.field)) out += part.write(article);
  }
  while (out.size() > 1 && out[out.size() - 2] == '\n') out.pop_back();
  return out.empty() ? "\n" : out;
}

}  // namespace klartext
