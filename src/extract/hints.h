// What the names on a page hint at: how near a block is to an element, class or id that speaks of its role.
//
// Page authors name things for themselves: "article-body", "related-links", "byline". No single name can be trusted,
// but the distance from a block up to the nearest ancestor of each kind is good evidence for the block model.
// The kinds and their words are one table; words are compared whole, after class names are cut at hyphens, underscores
// and capitals ("articleBody" is "article", "body").
#pragma once

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

#include "html/document.h"

namespace klartext {

// clang-format off
/// X(kind, words of classes and ids); kinds without words come from element names, roles and itemprop
#define KLARTEXT_HINTS(X) \
  X(content, "content body text richtext prose rte copy maincontent articlebody bodytext fliesstext cuerpo corps inhalt texto testo") \
  X(entry, "entry post article story artikel beitrag nota noticia news articolo articulo meldung single") \
  X(paragraph, "paragraph para absatz textblock textabsatz longtext") \
  X(title, "title headline heading titel titre titulo titolo h1") \
  X(lead, "lead intro excerpt summary abstract standfirst dek deck subtitle subheadline subhead vorspann chapo sommario entradilla bajada sapo strap description desc lede leadtext") \
  X(byline, "byline author authors autor autoren auteur autore writer contributor contributors byl vcard redakteur verfasser") \
  X(bio, "bio biography profile about profil portrait") \
  X(date, "date time published timestamp datum posted updated publish datetime fecha datepublished pubdate") \
  X(meta, "meta metadata info details infos") \
  X(caption, "caption figcaption credit credits bildunterschrift bildquelle copyright legende imagetext pie bildtext source") \
  X(media, "image img media video gallery photo picture figure bild player audio slideshow carousel slider podcast embed galerie swiper foto fotos images") \
  X(share, "share sharing social teilen facebook twitter whatsapp follow addthis addtoany sociallinks shares socials") \
  X(related, "related recommended recommendation recommendations more readmore similar verwandt weitere mehr also further next prev previous relacionadas relacionados correlati crp yarpp jp relatedposts lesen") \
  X(popular, "popular trending most meistgelesen latest recent ticker newest") \
  X(teaser, "teaser teasers card cards promo tile tiles listing preview feed stream promos") \
  X(comment, "comment comments disqus respond reply kommentar kommentare replies discussion commentform commentlist forum coral") \
  X(nav, "nav navigation menu navbar breadcrumb breadcrumbs submenu topbar pagination pager tabs tab menus megamenu dropdown skip") \
  X(header, "header masthead head banner hero kopf top") \
  X(footer, "footer foot bottom colophon fuss postfooter") \
  X(sidebar, "sidebar aside rail side marginal secondary sidebars complementary") \
  X(widget, "widget module box panel textwidget widgets") \
  X(ad, "ad ads advert advertisement advertising anzeige werbung sponsor sponsored dfp adslot gpt outbrain taboola promoted affiliate publicidad adsense commercial") \
  X(newsletter, "newsletter subscribe signup subscription abo abonnement mailing mailchimp optin subscribers") \
  X(paywall, "paywall premium piano regwall offer login register registration plus locked") \
  X(form, "form input field search button btn cta buttons") \
  X(tags, "tag tags keyword keywords topic topics category categories label labels kicker thema themen schlagworte cat taxonomy overline terms") \
  X(cookie, "cookie cookies consent gdpr privacy cmp modal popup overlay dialog disclaimer notice notification alert lightbox toast message error") \
  X(quote, "quote blockquote pullquote zitat cite") \
  X(list, "list items item li ul") \
  X(unseen, "hidden sr visually screen hide offscreen print invisible") \
  X(fact_box, "factbox infobox faktenbox fact facts faktencheck hintergrund infokasten toc glossary") \
  X(contact, "contact address legal impressum kontakt rights") \
  X(body_property, "") X(article_element, "") X(main_element, "") X(section_element, "") X(aside_element, "") X(header_element, "") \
  X(footer_element, "") X(figure_element, "") X(list_item_element, "") X(list_element, "") X(table_element, "") X(form_element, "") \
  X(quote_element, "") X(paragraph_element, "") X(heading_element, "") X(link_element, "") X(furniture_element, "") X(time_element, "")
// clang-format on

enum class Hint : std::uint8_t {
#define X(kind, words) kind,
  KLARTEXT_HINTS(X)
#undef X
      count_,
};

inline constexpr std::size_t kHintCount = static_cast<std::size_t>(Hint::count_);
/// Distances are counted in steps up the tree and end here: farther is as good as nowhere.
inline constexpr std::uint8_t kHintFar = 20;

/// Steps from a node up to the nearest ancestor-or-self that hints at each kind; kHintFar if none is so near.
using HintDistances = std::array<std::uint8_t, kHintCount>;

/// Bit i set: the words of these names hint at kind i.
std::uint64_t hints_in_names(std::string_view names);

/// The distances for every node of a page; text nodes share their parent's row.
class Hints {
 public:
  explicit Hints(const Document& document);
  [[nodiscard]] const HintDistances& of(NodeId n) const { return rows_[row_of_[n]]; }
  [[nodiscard]] std::uint8_t distance(NodeId n, Hint hint) const { return of(n)[static_cast<std::size_t>(hint)]; }
  /// Elements of the same classes have the same number.
  [[nodiscard]] std::uint32_t class_number(NodeId n) const { return class_of_[n]; }

 private:
  std::vector<HintDistances> rows_;
  std::vector<std::uint32_t> row_of_;
  std::vector<std::uint32_t> class_of_;
};

}  // namespace klartext
