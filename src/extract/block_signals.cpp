// What speaks for and against a block being the article's text: one table of weighted signals.
//
// The weights are set by hand in halves; a block with nothing but a fair sentence in it is kept, a block in a place of
// another name needs more than that. A signal about names counts only below the region's own element, since what wraps
// the whole article says nothing about one of its blocks.
#include <algorithm>
#include <array>

#include "base/date.h"
#include "base/text.h"
#include "extract/body.h"

namespace klartext {
namespace {

struct Signal {
  std::string_view name;
  float weight;
  bool (*holds)(const BlockContext&);
};

constexpr float kMostlyLinks = 0.6F;
constexpr float kAllLinks = 0.95F;
constexpr float kStatedCoverage = 0.8F;
/// An articleBody that is printed to this share lists the article's blocks nearly completely.
constexpr double kCompleteShare = 0.85;
constexpr std::uint32_t kFewWords = 5;
constexpr std::uint32_t kManyWords = 25;

bool prose(const BlockContext& c) { return c.traits().prose; }
bool long_prose(const BlockContext& c) { return c.traits().prose && c.traits().words >= kManyWords; }
bool sentence_end(const BlockContext& c) { return c.traits().ends_sentence && c.traits().link_density < kMostlyLinks; }
bool paragraph_element(const BlockContext& c) { return c.page.document.tag(c.block().node) == Tag::p; }
bool heading(const BlockContext& c) { return c.block().kind == BlockKind::heading && c.block().link_bytes == 0; }
bool listed_or_quoted(const BlockContext& c) {
  const auto kind = c.block().kind;
  return (kind == BlockKind::list_item || kind == BlockKind::quote || kind == BlockKind::table_cell ||
          kind == BlockKind::preformatted) &&
         c.traits().link_density < kMostlyLinks;
}
bool at_home(const BlockContext& c) {
  const auto& document = c.page.document;
  return c.home != kNoNode && (c.block().node == c.home || document.parent(c.block().node) == c.home);
}
bool in_text_place(const BlockContext& c) {
  return c.hinted(Hint::paragraph, 2) || c.hinted(Hint::lead, 2) || c.hinted(Hint::body_property, 3);
}
bool stated(const BlockContext& c) { return c.stated.coverage(c.index) >= kStatedCoverage && c.traits().words >= 2; }
bool not_stated(const BlockContext& c) {
  return c.stated.usable() && c.stated.printed_share() >= kCompleteShare &&
         c.stated.coverage(c.index) < 1 - kStatedCoverage;
}

bool not_shown(const BlockContext& c) { return c.traits().unseen; }
bool mostly_links(const BlockContext& c) { return c.traits().link_density >= kMostlyLinks; }
bool all_link(const BlockContext& c) { return c.traits().link_density >= kAllLinks; }
bool few_words(const BlockContext& c) { return c.traits().words < kFewWords && !c.traits().ends_sentence; }
bool no_words(const BlockContext& c) { return c.traits().words == 0; }
bool label(const BlockContext& c) { return !c.traits().label.empty(); }
bool label_prefix(const BlockContext& c) {
  const auto& prefix = c.traits().prefix_label;
  if (prefix.has(Label::related)) return c.traits().link_density > 0.2F;
  return prefix.has(Label::caption_credit) || prefix.has(Label::tags) || prefix.has(Label::modified) ||
         prefix.has(Label::published) || prefix.has(Label::byline);
}
bool mere_date(const BlockContext& c) {
  if (c.text().size() > 60 || c.traits().words > 9) return false;
  const auto dates = find_dates(c.text(), c.page.language);
  return !dates.empty() && 2 * (dates.front().end - dates.front().begin) > c.text().size() - c.text().size() / 4;
}
/// "Von Anna Beispiel 3. Mai 2024": a byline that no element of its own tells from the text.
bool looks_like_byline(const BlockContext& c) {
  constexpr std::uint32_t kMostWords = 16;
  const auto first = c.text().substr(0, c.text().find_first_of(" :"));
  if (c.traits().words > kMostWords || first.size() == c.text().size() || !label_of(first).has(Label::byline))
    return false;
  return starts_upper(trim(c.text().substr(first.size() + 1))) &&
         (!c.traits().ends_sentence || c.text().find_first_of("0123456789") != std::string_view::npos);
}
bool repeats_headline(const BlockContext& c) {
  if (c.index >= c.headline.first_block && c.index < c.headline.last_block) return true;
  return c.text().size() <= 2 * c.headline.title.size() + 8 && folds_to(c.text(), c.folded_title);
}
bool is_kicker(const BlockContext& c) { return !c.headline.kicker.empty() && folds_to(c.text(), c.folded_kicker); }
bool caption(const BlockContext& c) {
  return c.block().kind == BlockKind::caption || c.hinted(Hint::figure_element, 4);
}
bool caption_name(const BlockContext& c) { return c.hinted(Hint::caption, 2); }
bool media_place(const BlockContext& c) { return c.hinted(Hint::media, 2); }
bool aside(const BlockContext& c) { return c.hinted(Hint::aside_element, 4); }
bool footer(const BlockContext& c) { return c.hinted(Hint::footer_element, 4) || c.hinted(Hint::footer, 3); }
bool form(const BlockContext& c) { return c.hinted(Hint::form_element, 5) || c.hinted(Hint::form, 1); }
bool related_place(const BlockContext& c) { return c.hinted(Hint::related, 4) || c.hinted(Hint::popular, 4); }
bool teaser_place(const BlockContext& c) { return c.hinted(Hint::teaser, 3); }
bool share_place(const BlockContext& c) { return c.hinted(Hint::share, 3); }
bool byline_place(const BlockContext& c) { return c.hinted(Hint::byline, 2) || c.hinted(Hint::bio, 3); }
bool date_place(const BlockContext& c) { return c.hinted(Hint::date, 1) || c.hinted(Hint::time_element, 1); }
bool meta_place(const BlockContext& c) { return c.hinted(Hint::meta, 2); }
bool comment_place(const BlockContext& c) { return c.hinted(Hint::comment, 6); }
bool nav_place(const BlockContext& c) { return c.hinted(Hint::nav, 3) || c.hinted(Hint::furniture_element, 5); }
bool ad_place(const BlockContext& c) { return c.hinted(Hint::ad, 3); }
bool newsletter_place(const BlockContext& c) { return c.hinted(Hint::newsletter, 4) || c.hinted(Hint::paywall, 3); }
bool cookie_place(const BlockContext& c) { return c.hinted(Hint::cookie, 4); }
bool tags_place(const BlockContext& c) { return c.hinted(Hint::tags, 2); }
bool sidebar_place(const BlockContext& c) { return c.hinted(Hint::sidebar, 3); }
bool unseen_place(const BlockContext& c) { return c.hinted(Hint::unseen, 1); }

constexpr std::array kSignals = {
    Signal{"prose", 2.0F, prose},
    Signal{"long prose", 1.0F, long_prose},
    Signal{"ends a sentence", 1.0F, sentence_end},
    Signal{"paragraph element", 0.5F, paragraph_element},
    Signal{"heading", 1.5F, heading},
    Signal{"listed or quoted", 1.5F, listed_or_quoted},
    Signal{"at home", 1.5F, at_home},
    Signal{"in a text's place", 1.0F, in_text_place},
    Signal{"stated in articleBody", 3.0F, stated},
    Signal{"not in a complete articleBody", -2.5F, not_stated},
    Signal{"not shown", -6.0F, not_shown},
    Signal{"mostly links", -2.5F, mostly_links},
    Signal{"all link", -1.5F, all_link},
    Signal{"few words", -1.5F, few_words},
    Signal{"no words", -3.0F, no_words},
    Signal{"label", -6.0F, label},
    Signal{"begins with a label", -5.0F, label_prefix},
    Signal{"mere date", -5.0F, mere_date},
    Signal{"byline", -6.0F, looks_like_byline},
    Signal{"repeats the headline", -9.0F, repeats_headline},
    Signal{"kicker", -6.0F, is_kicker},
    Signal{"caption", -6.0F, caption},
    Signal{"called caption", -4.0F, caption_name},
    Signal{"place of media", -2.0F, media_place},
    Signal{"aside", -3.0F, aside},
    Signal{"footer", -3.0F, footer},
    Signal{"form", -4.0F, form},
    Signal{"place of related teasers", -3.5F, related_place},
    Signal{"place of teasers", -2.5F, teaser_place},
    Signal{"place of share buttons", -3.0F, share_place},
    Signal{"place of the byline", -4.0F, byline_place},
    Signal{"place of the date", -3.0F, date_place},
    Signal{"place of metadata", -2.0F, meta_place},
    Signal{"place of comments", -6.0F, comment_place},
    Signal{"place of navigation", -4.0F, nav_place},
    Signal{"place of an advertisement", -3.0F, ad_place},
    Signal{"place of a prompt to subscribe", -5.0F, newsletter_place},
    Signal{"place of a consent prompt", -7.0F, cookie_place},
    Signal{"place of tags", -2.0F, tags_place},
    Signal{"sidebar", -2.5F, sidebar_place},
    Signal{"unseen", -4.0F, unseen_place},
};

}  // namespace

void BlockContext::look_at(std::uint32_t block_index) {
  index = block_index;
  innermost = page.document.parent(block().first);
  steps_inside = page.document.depth(innermost) - page.document.depth(region.node) - 1;
}

bool BlockContext::hinted(Hint hint, int steps) const {
  return page.places.hinted(innermost, hint, std::min(steps, steps_inside));
}

float block_score(const BlockContext& context) {
  float score = 0;
  for (const auto& signal : kSignals) {
    if (signal.holds(context)) score += signal.weight;
  }
  return score;
}

std::string block_signals_shown(const BlockContext& context) {
  std::string out;
  for (const auto& signal : kSignals) {
    if (!signal.holds(context)) continue;
    out.append(out.empty() ? "" : ", ").append(signal.name).append(signal.weight > 0 ? " +" : " ");
    const int tenths = static_cast<int>(signal.weight * 10);
    out += std::to_string(tenths / 10) + '.' + std::to_string(tenths < 0 ? -tenths % 10 : tenths % 10);
  }
  return out;
}

}  // namespace klartext
