#include "extract/record.h"

#include <algorithm>
#include <array>

#include "extract/authors.h"
#include "extract/images.h"
#include "extract/paywall.h"
#include "extract/printed_dates.h"
#include "extract/publication_date.h"
#include "extract/related.h"
#include "extract/section.h"
#include "extract/site_name.h"
#include "extract/stated_dates.h"
#include "extract/tags.h"
#include "html/render.h"

namespace klartext {
namespace {

std::optional<std::string> unless_empty(std::string text) {
  return text.empty() ? std::nullopt : std::optional(std::move(text));
}

/// Takes a landmark's value and says so.
template <class T>
std::optional<T> taken(std::string_view field, const std::optional<Found<T>>& found, Evidence& evidence) {
  if (!found) return std::nullopt;
  evidence.add(field, found->rule, true, shown(found->value), found->node);
  return found->value;
}

void fill_body(Article& article, const std::vector<Paragraph>& paragraphs) {
  article.body = unless_empty(join_paragraphs(paragraphs));
  for (const Paragraph& paragraph : paragraphs) article.body_kinds.push_back(paragraph.kind);
}

template <class T>
void note(std::string_view field, const Found<std::vector<T>>& found, Evidence& evidence) {
  if (!found.value.empty()) {
    evidence.add(field, found.rule, true, std::to_string(found.value.size()) + " found", found.node);
  }
}

void note_lists(const SiteReading& reading, Evidence& evidence) {
  note("body", reading.body, evidence);
  note("authors", reading.authors, evidence);
  note("tags", reading.tags, evidence);
  note("links", reading.links, evidence);
  note("images", reading.images, evidence);
  note("related", reading.related, evidence);
  note("providers", reading.providers, evidence);
}

/// A page without a date of its own may print those of others, and today's. What it states for machines is believed,
/// and what is printed near the headline unless a teaser has it.
bool is_believed(const std::string& date, const SiteReading& reading, const Story& story) {
  if (published_of_any_node(story) || published_in_meta(story) || dated_in_meta(story) || date_in_address(story)) {
    return true;
  }
  if (date == reading.today) return false;
  const auto& teasers = reading.related.value;
  if (std::any_of(teasers.begin(), teasers.end(), [&](const Teaser& teaser) { return teaser.date == date; })) {
    return false;
  }
  constexpr std::array kNear = {labelled_near_headline, time_near_headline, printed_near_headline,
                                titled_near_headline};
  return std::any_of(kNear.begin(), kNear.end(), [&](const auto find) { return find(story).has_value(); });
}

std::optional<std::string> date_without_landmark(const SiteReading& reading, const Story& story, Evidence& evidence) {
  Evidence unheard(story.page.document, false);
  const auto date = publication_date(story, unheard);
  if (!date || !is_believed(*date, reading, story)) return std::nullopt;
  return publication_date(story, evidence);
}

}  // namespace

void fill_page_fields(Article& article, const Story& story, Evidence& evidence) {
  const Page& page = story.page;
  article.source = page.source.name;
  article.url = unless_empty(page.url);
  article.language = unless_empty(page.language);
  article.site = read_site_name(page, evidence);
  article.date_modified = modification_date(story, evidence);
  article.free = read_free(page);
}

void fill_by_rules(Article& article, const Story& story, Evidence& evidence) {
  article.profile = "generic";
  article.kicker = unless_empty(story.headline.kicker);
  article.title = unless_empty(story.headline.title);
  article.date = publication_date(story, evidence);
  article.authors = read_authors(story, evidence);
  article.section = read_section(story.page, evidence);
  article.lead = unless_empty(story.body.lead);
  fill_body(article, story.body.paragraphs);
  article.tags = read_tags(story, evidence);
  article.related = read_related(story, evidence);
  article.images = read_images(story, article, evidence);
}

void fill_by_reading(Article& article, const SiteReading& reading, const Story& story, Evidence& evidence) {
  article.profile = reading.profile;
  if (!reading.site_name.empty()) article.site = reading.site_name;
  if (!article.language) article.language = unless_empty(reading.language);
  article.kicker = taken("kicker", reading.kicker, evidence);
  article.title = taken("title", reading.title, evidence);
  article.date = taken("date", reading.date, evidence);
  if (!article.title) article.title = unless_empty(story.headline.title);
  if (!article.date) article.date = date_without_landmark(reading, story, evidence);
  article.section = taken("section", reading.section, evidence);
  article.lead = taken("lead", reading.lead, evidence);
  fill_body(article, reading.body.value);
  article.authors = reading.authors.value;
  article.tags = reading.tags.value;
  article.links = reading.links.value;
  article.images = reading.images.value;
  article.related = reading.related.value;
  article.providers = reading.providers.value;
  article.alternates.print = taken("alternates", reading.print, evidence);
  article.alternates.pdf = taken("alternates", reading.pdf, evidence);
  note_lists(reading, evidence);
}

}  // namespace klartext
