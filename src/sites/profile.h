// A site profile: everything the landmark engine knows about a site, as data.
//
// The JSON files of src/sites/profiles are embedded into the program by CMake and parsed when first needed. A profile
// holds words and weights only; what they mean is said at each member. A profile may say `"like": NAME` and then gives
// only what differs. Adding a site = one JSON file, one golden folder.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/embedded.h"
#include "klartext/result.h"
#include "sites/words.h"

namespace klartext {

/// How much each landmark speaks for the site on a page without a known address, and the sum that is enough.
struct MatchWeights {
  int related = 0;    ///< a related heading
  int providers = 0;  ///< a provider heading
  int tools = 0;      ///< a line of print, PDF and mail words
  int tags = 0;       ///< a tags label with its colon
  int dated = 0;      ///< a paragraph opened by a bracketed date
  int shape = 0;      ///< a text that opens with such a date and ends in keywords or a sign
  int name = 0;       ///< the publication's name in <title>
  int links = 0;      ///< links that lead to the site's host
  int enough = 0;
};

struct Profile {
  std::string name;                        ///< "kommune21", as printed in `extractor.profile`
  std::string site;                        ///< name of the publication, as printed in `site`
  std::string language;                    ///< BCP 47
  std::vector<std::string> hosts;          ///< without "www."; subdomains match too
  std::vector<std::string> article_paths;  ///< beginnings of the addresses of articles, behind the host
  sites::Phrases title_names;              ///< how <title> spells the publication
  sites::Phrases related;                  ///< openings of the heading above the teasers; the section's name follows
  sites::Phrases providers;                ///< likewise above the providers
  sites::Phrases tags;                     ///< labels before the keywords
  sites::Phrases print;                    ///< link texts: print version …
  sites::Phrases pdf;
  sites::Phrases mail;
  sites::Phrases ad;              ///< whole lines that announce an advertisement
  sites::Phrases end_marks;       ///< whole lines that end what belongs to the article
  sites::Phrases end_openings;    ///< openings of lines that do: "©"
  sites::Phrases more;            ///< the link at the end of a teaser, without its dots
  sites::Phrases types;           ///< known labels of teasers; others are known by where they stand
  sites::Phrases types_in_names;  ///< those of them that may be the last word of a name in a title
  sites::Phrases plain_types;     ///< those of them that stand above a headline and are no kicker of it
  sites::Phrases page_turns;      ///< words beside the numbers of an article's pages
  sites::Phrases postings;        ///< openings of a line that says when and by whom a text was put on the site
  sites::Phrases updates;         ///< openings of a line that says when the text was last changed
  sites::Phrases newsletters;     ///< words of a box that offers one
  sites::Phrases credits;         ///< words before a picture's credit: "Bildquelle"
  sites::Phrases link_labels;     ///< words above the links below the body
  sites::Phrases site_links;      ///< openings of links below the body that lead on through the site: "Zurück zur"
  sites::Phrases pointers;        ///< openings of a line in the body that leads to another article: "Lesen Sie auch"
  sites::Phrases chrome;          ///< whole lines that say nothing: "nach oben"
  sites::Phrases bylines;         ///< openings of a line that names the authors: "Von"
  sites::Phrases biographies;     ///< openings of words about the authors: "Die Autorin ist"
  sites::Phrases media;           ///< open the caption of what is seen or heard, with a colon
  sites::Phrases notes;           ///< open a sentence about the article, behind its end
  sites::Phrases not_signs;       ///< parentheses that close a sentence, not an article: "wir berichteten"
  std::vector<std::string> weekdays;  ///< they open a line that prints today's date
  MatchWeights weights;
};

/// Parses profile files. Error `profile`: which file, which key, what was expected.
Result<std::vector<Profile>> parse_profiles(std::span<const EmbeddedFile> files);

/// All embedded profiles, parsed once, when first asked for.
const Result<std::vector<Profile>>& site_profiles();

}  // namespace klartext
