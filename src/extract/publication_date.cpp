// The tables of rules.
//
// What the page states for machines is right nearly always, but for two cases that a reader sees at once: the day of a
// time in UTC is not the day printed for the reader, and the head of the article shows another day than an older
// record of it. There the printed day is taken.
#include "extract/publication_date.h"

#include <array>
#include <span>

#include "extract/printed_dates.h"
#include "extract/stated_dates.h"

namespace klartext {
namespace {

constexpr std::array kPublishedRules = {
    DateRule{"day printed for a time in UTC", local_day},
    DateRule{"midnight of the readers, in UTC", midnight_of_readers},
    DateRule{"date in the address, unlike the data", address_unlike_stated},
    DateRule{"printed in the head, unlike the data", unlike_stated},
    DateRule{"meta date before an edit that datePublished repeats", published_before_edit},
    DateRule{"datePublished of this article", published_of_this_article},
    DateRule{"datePublished of an article", published_of_any_article},
    DateRule{"article:published_time and the like", published_in_meta},
    DateRule{"datePublished of any node", published_of_any_node},
    DateRule{"printed behind 'published' near the headline", labelled_near_headline},
    DateRule{"time element near the headline", time_near_headline},
    DateRule{"printed near the headline", printed_near_headline},
    DateRule{"title of a date element", titled_near_headline},
    DateRule{"date in the title", in_title},
    DateRule{"printed behind 'published'", printed_behind_label},
    DateRule{"printed among words near the headline", printed_among_words},
    DateRule{"meta date", dated_in_meta},
    DateRule{"dateCreated", created},
    DateRule{"date in the address", date_in_address},
    DateRule{"date that opens the text", opening_the_text},
    DateRule{"time element above the headline", time_above_headline},
    DateRule{"printed above the headline", printed_above_headline},
    DateRule{"time element below the text", time_below_text},
    DateRule{"printed below the text", printed_below_text},
    DateRule{"the only day printed", only_day_printed},
    DateRule{"modified, as nothing else is given", modified_alone},
};

constexpr std::array kModifiedRules = {
    DateRule{"dateModified of this article", modified_of_this_article},
    DateRule{"article:modified_time and the like", modified_in_meta},
    DateRule{"printed behind 'updated'", modified_printed},
};

std::string shown(const Date& date) { return date.iso(); }

/// As `decide`, for a value that is no string.
std::optional<Date> decide_date(std::string_view field, std::span<const DateRule> rules, const Story& story,
                                Evidence& evidence) {
  std::optional<Date> winner;
  for (const auto& rule : rules) {
    const auto found = rule.find(story);
    if (!found) continue;
    if (evidence.enabled()) evidence.add(field, rule.name, !winner, shown(found->value), found->node, found->where);
    if (!winner) winner = found->value;
    if (!evidence.enabled()) break;
  }
  return winner;
}

bool is_precise(const Date& date) { return date.second_of_day.has_value() && date.offset_minutes.has_value(); }

/// A mere day gains the time that another source gives for the same day.
Date sharpened(const Date& date, const Story& story) {
  if (is_precise(date)) return date;
  for (const auto find :
       {published_in_meta, published_of_any_article, published_of_any_node, time_near_headline, dated_in_meta}) {
    const auto other = find(story);
    if (other && is_precise(other->value) && other->value.iso_day() == date.iso_day()) return other->value;
  }
  return date;
}

/// 02/10/2020 under "/2020-10-02-rat-tagt.html" is the second of October.
Date in_order_of_address(const Date& date, const Story& story) {
  const auto address = date_in_address(story);
  const bool swapped = address && address->value.year == date.year && address->value.month == date.day &&
                       address->value.day == date.month;
  return swapped ? address->value : date;
}

}  // namespace

std::optional<std::string> publication_date(const Story& story, Evidence& evidence) {
  const auto date = decide_date("date", kPublishedRules, story, evidence);
  if (!date) return std::nullopt;
  return sharpened(in_order_of_address(*date, story), story).iso();
}

std::optional<std::string> modification_date(const Story& story, Evidence& evidence) {
  const auto date = decide_date("date_modified", kModifiedRules, story, evidence);
  if (!date) return std::nullopt;
  return date->iso();
}

}  // namespace klartext
