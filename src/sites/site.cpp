// The order of reading: where the article lies, its headline, what does not belong to it, and then field by field.
#include "sites/site.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "sites/ads.h"
#include "sites/below.h"
#include "sites/body.h"
#include "sites/byline.h"
#include "sites/frame.h"
#include "sites/headline.h"
#include "sites/hints.h"
#include "sites/match.h"
#include "sites/pictures.h"
#include "sites/pointers.h"
#include "sites/providers.h"
#include "sites/related.h"
#include "sites/sign.h"
#include "sites/words.h"

namespace klartext::sites {
namespace {

/// A headline stands at most so many lines above the text, pictures' captions and advertisements between.
constexpr std::uint32_t kHeadlineWindow = 16;
/// A date that stands alone may stand above the headline.
constexpr std::uint32_t kBehindLoneDate = 4;

std::optional<Headline> headline_of(const Sheet& sheet, const Landmarks& landmarks, const Profile& profile,
                                    const TitleHints& hints, const Frame& frame) {
  HeadlineScene scene{sheet, landmarks, profile, hints, 0, frame.anchor, frame.anchor, 0};
  scene.from = frame.anchor > kHeadlineWindow ? frame.anchor - kHeadlineWindow : 0;
  scene.top = scene.from;
  if (frame.related != nullptr && frame.related->first < frame.anchor) {  // teasers in a column before the article
    scene.from = std::max(scene.from, frame.related->last);
    scene.top = scene.from;
  }
  if (is_lone_date(sheet.text(frame.anchor))) {
    const std::uint32_t to = std::min(frame.anchor + 1 + kBehindLoneDate, frame.below);
    scene.to = to;
    for (std::uint32_t i = frame.anchor + 1; i < to; ++i) {
      const bool headline = sheet.line(i).heading_level == 1 || hints.confirm(sheet.text(i));
      if (!headline) continue;
      scene.from = frame.anchor + 1;
      return find_headline(scene);
    }
    scene.to = frame.anchor;
  }
  return find_headline(scene);
}

void drop_lines(const Sheet& sheet, std::uint32_t first, std::uint32_t last, Mask& mask) {
  for (auto i = first; i < last; ++i) drop_line(sheet.line(i), mask);
}

/// A date on a line of its own may stand among other facts ("Lesezeit: 2 Minuten"): the widest element around it that
/// holds no running text holds nothing but facts. Names of authors are read from there.
void drop_facts_beside_date(const Sheet& sheet, const Landmarks& landmarks, const Profile& profile, const Frame& frame,
                            Mask& mask) {
  if (!is_lone_date(sheet.text(frame.anchor))) return;
  const Document& document = sheet.document();
  std::uint32_t prose = frame.anchor + 1;
  while (prose < frame.below && (landmarks.kind(prose) != Kind::text || !is_prose(sheet, prose))) ++prose;
  if (prose >= frame.below) return;
  std::uint32_t end = frame.anchor + 1;
  for (NodeId box = sheet.line(frame.anchor).node; box != kNoNode; box = document.parent(box)) {
    const std::uint32_t last = sheet.lines_of(box).second;
    if (last > prose) break;
    end = std::max(end, last);
  }
  for (std::uint32_t i = frame.anchor + 1; i < end; ++i) {
    const auto text = sheet.text(i);
    if (!ends_like_a_sentence(text) && byline(profile, text).empty()) drop_line(sheet.line(i), mask);
  }
}

/// Without a date in the text: one on a line of its own right above the headline, beside it in one element.
std::optional<Found<std::string>> date_above(const Sheet& sheet, const Landmarks& landmarks, const Profile& profile,
                                             const Headline& headline) {
  if (headline.first == 0 || headline.first >= headline.last) return std::nullopt;
  const std::uint32_t above = headline.first - 1;
  const Line& line = sheet.line(above);
  const Document& document = sheet.document();
  const bool beside = document.contains(document.parent(line.node), sheet.line(headline.first).first);
  if (landmarks.kind(above) != Kind::bare_date || line.furniture != kNoNode || !beside) return std::nullopt;
  auto date = first_date(sheet.text(above), profile.language);
  return date ? std::optional(Found<std::string>{std::move(*date), line.node, "date above the headline"})
              : std::nullopt;
}

/// Today's date as the page's header prints it; empty if it does not.
std::string todays_date(const Sheet& sheet, const Landmarks& landmarks, const Profile& profile) {
  for (std::uint32_t i = 0; i < sheet.size(); ++i) {
    if (landmarks.kind(i) == Kind::today) return first_date(sheet.text(i), profile.language).value_or(std::string());
  }
  return {};
}

/// The name of the section stands in the headings alone.
std::optional<Found<std::string>> read_section(const Sheet& sheet, const Landmarks& landmarks, const Frame& frame) {
  const NamedHeading* heading = frame.related;
  if ((heading == nullptr || heading->name.empty()) && !landmarks.providers.empty())
    heading = &landmarks.providers.back();
  if (heading == nullptr || heading->name.empty()) return std::nullopt;
  return Found<std::string>{heading->name, sheet.line(heading->first).node, "heading that names the section"};
}

/// Articles that the text leads to come before those of its section; both may lead to the same one.
void add_pointed(std::vector<Teaser> pointed, Found<std::vector<Teaser>>& related) {
  std::erase_if(pointed, [&](const Teaser& teaser) {
    return std::any_of(related.value.begin(), related.value.end(),
                       [&](const Teaser& known) { return known.url == teaser.url; });
  });
  if (related.rule.empty()) related.rule = "links behind words such as \"Lesen Sie auch\"";
  related.value.insert(related.value.begin(), std::make_move_iterator(pointed.begin()),
                       std::make_move_iterator(pointed.end()));
}

/// A sign that closes the text beats a line, and this a box; the last one where none says anything.
Found<std::vector<Author>> first_of(std::initializer_list<Found<std::vector<Author>>*> found) {
  const auto* first = std::find_if(found.begin(), found.end(), [](const auto* f) { return !f->value.empty(); });
  return std::move(first == found.end() ? **(found.end() - 1) : **first);
}

void read_article(const Sheet& sheet, const Landmarks& landmarks, const Profile& profile, const Frame& frame,
                  const Headline& headline, std::string_view base_url, SiteReading& reading) {
  Mask mask(sheet.document());
  for (const NodeId box : frame.boxes) mask.drop(box);
  const std::uint32_t top = std::min(headline.first, frame.anchor);
  drop_ads(sheet, landmarks, profile, top, frame.stop, frame.anchor, mask);
  if (headline.last > headline.first) drop_lines(sheet, headline.first, headline.last, mask);
  const BylineScene authors{sheet, landmarks, profile, frame, headline};
  auto box = read_author_box(authors, mask);
  reading.images = read_pictures(sheet, landmarks, profile, frame, headline, base_url, mask);
  const BelowScene below{sheet, landmarks, profile, frame, base_url, top};
  auto pointed = read_pointed(below, mask);
  reading.links = read_links(below, mask);
  reading.tags = read_tags(below);
  if (frame.tags > frame.anchor && frame.tags < frame.below) drop_lines(sheet, frame.tags, end_of_tags(below), mask);
  drop_facts_beside_date(sheet, landmarks, profile, frame, mask);
  reading.print = read_tool(below, profile.print, "link of the print version");
  reading.pdf = read_tool(below, profile.pdf, "link of the PDF");
  auto byline = read_byline(authors, mask);
  auto body = read_body(sheet, landmarks, profile, frame, mask);
  reading.lead = std::move(body.lead);
  reading.body = std::move(body.paragraphs);
  reading.authors = first_of({&body.authors, &byline, &box});
  if (frame.related != nullptr) {
    reading.related = read_related(sheet, landmarks, profile, *frame.related, top, frame.anchor, base_url, mask);
  }
  add_pointed(std::move(pointed), reading.related);
  reading.providers = read_providers(sheet, landmarks, base_url);
}

}  // namespace

/// Reads the page by the profile that matched.
Result<std::optional<SiteReading>> read_page(const Document& document, const Match& match, std::string_view url,
                                             std::string_view base_url) {
  const Profile& profile = *match.profile;
  const Sheet sheet(document);
  const Landmarks landmarks = find_landmarks(sheet, profile);
  const TitleHints hints(document, profile, url);
  const auto frame = find_frame(sheet, landmarks, profile, hints);
  if (!frame && match.named) return frame.error();
  if (!frame) return std::optional<SiteReading>();
  SiteReading reading;
  reading.profile = profile.name;
  if (match.named) reading.site_name = profile.site;
  reading.language = profile.language;
  if (!frame->date.empty()) {
    reading.date = Found<std::string>{frame->date, sheet.line(frame->anchor).node, "date in brackets"};
  }
  auto headline = headline_of(sheet, landmarks, profile, hints, *frame);
  read_article(sheet, landmarks, profile, *frame, headline.value_or(Headline{}), base_url, reading);
  if (headline) {
    if (!reading.date) reading.date = date_above(sheet, landmarks, profile, *headline);
    reading.kicker = std::move(headline->kicker);
    reading.title = std::move(headline->title);
  }
  if (!reading.date) reading.today = todays_date(sheet, landmarks, profile);
  reading.section = read_section(sheet, landmarks, *frame);
  return std::optional(std::move(reading));
}

}  // namespace klartext::sites

namespace klartext {

Result<std::optional<SiteReading>> read_site(const Document& document, std::string_view url,
                                             std::string_view base_url) {
  const auto& profiles = site_profiles();
  if (!profiles) return std::optional<SiteReading>();
  const auto match = sites::match_profile(*profiles, document, url);
  if (match.profile == nullptr) return std::optional<SiteReading>();
  return sites::read_page(document, match, url, base_url);
}

}  // namespace klartext
