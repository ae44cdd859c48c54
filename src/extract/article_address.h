// What an address says of the page behind it: an article, a list of articles, a shop, a picture.
//
// Publishers write the headline or a number into the address of an article; sections, topics and authors have short
// ones. No address says for sure that it is an article's; some say for sure that they are not.
#pragma once

#include <string>
#include <string_view>

#include "base/url.h"

namespace klartext {

/// What one look at an address says.
struct AddressSigns {
  bool article = false;          ///< looks like that of an article rather than of a section, topic or author
  bool article_by_path = false;  ///< … whatever its parameters are
  bool leads_elsewhere = false;  ///< the front page, a list, a form, a shop, a picture: no label makes that an article
  bool names_something = false;  ///< its last step is several words or holds a digit; "/corrections" is neither
  std::size_t steps = 0;         ///< 2 for "/politik/der-rat-tagt"
};
AddressSigns signs_of(const WebAddress& address);
inline AddressSigns signs_of(std::string_view url) { return signs_of(web_address(url)); }

inline bool looks_like_article_address(std::string_view url) { return signs_of(url).article; }

/// The address of a site's front page, or none of the web; "/?p=31228" is an article of a site without speaking
/// addresses.
bool is_root_address(std::string_view url);

/// "bbc" for news.bbc.co.uk and www.bbc.com: publishers keep their name under the domains of several countries.
inline std::string_view publisher_of(const WebAddress& address) {
  const auto domain = domain_of_host(address.host);
  return domain.substr(0, domain.find('.'));
}
inline std::string_view publisher_of(std::string_view url) { return publisher_of(web_address(url)); }

/// The address for comparing articles. Where the path says which article it is, no parameter says anything else.
std::string article_key(std::string_view url);
/// The same for an address of the web whose signs are known.
std::string article_key(const WebAddress& address, const AddressSigns& signs);

/// True for two addresses that differ where neither can be the beginning of the other: a quick no for whoever compares
/// their keys.
bool lead_apart(const WebAddress& a, const WebAddress& b);

}  // namespace klartext
