// Which attributes of a tag are kept, and what else prune has to know of them.
#pragma once

#include <cstdint>
#include <string_view>

#include "html/element.h"
#include "html/markup_scan.h"
#include "html/skeleton.h"

namespace klartext {

/// Longer values are dropped with their attribute. Longest of those read on 1,855 news pages: a data-srcset of 7.6 kB,
/// a class of 6 kB; all that is longer, up to 260 kB, is state of scripts.
inline constexpr std::size_t kMaxAttributeBytes = std::size_t{16} << 10;

/// Keeps each attribute that some stage reads (tag.h), the first of a name only:
/// - of `style` what it says about being shown, as "display:none" or "visibility:hidden", or nothing;
/// - no data: addresses.
/// They stand beside the skeleton's markup; in it are only those that shape the tree: all of <html> and <body>, the
/// type of a hidden <input>. Those of a formatting element are stood in for by one short attribute `k`, since it
/// matters to the tree whether two of them are equal (the "Noah's Ark clause" of the HTML standard).
void keep_attributes(Skeleton& skeleton, const TagSpan& tag, Element element);

/// Writes every attribute, but no name twice.
void append_all_attributes(CharBuffer& out, const TagSpan& tag);

/// Value of the first attribute of that name (lower case) as written, or empty.
std::string_view attribute_value(const TagSpan& tag, std::string_view name);
bool has_attribute(const TagSpan& tag, std::string_view name);

/// Equal for equal sets of attributes.
std::uint64_t hash_of_attributes(const TagSpan& tag);

/// <script type="application/ld+json">, in any case, with parameters and character references; or a script without a
/// type whose text begins as JSON-LD does.
bool is_json_ld(const TagSpan& tag, std::string_view script);

/// A <link> that no stage reads: style sheets, icons, hints for loading.
bool is_unread_link(const TagSpan& tag);

}  // namespace klartext
