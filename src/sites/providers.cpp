// Each provider is known by its postcode: the name stands before it, the city behind it, and then, mostly, the name
// again, as a text or as a logo. The list ends where no postcode follows any more.
#include "sites/providers.h"

#include <algorithm>
#include <optional>

#include "base/text.h"
#include "base/url.h"

namespace klartext::sites {
namespace {

constexpr std::size_t kPostcodeDigits = 5;
constexpr std::size_t kNameBytes = 160;
/// A telephone, the name again, a name, a street and a postcode: the next postcode comes within so many lines.
constexpr std::uint32_t kLinesBetween = 6;
constexpr std::size_t kHouseNumberBytes = 5;

/// Texts of the zone in order, cut where a postcode begins and where elements meet.
struct Cell {
  std::string text;
  NodeId node = kNoNode;
  NodeId link = kNoNode;
  bool postcode = false;
  std::uint32_t line = 0;
};

/// Where five digits stand by themselves in `text`.
std::size_t find_postcode(std::string_view text) {
  std::size_t run = 0;
  for (std::size_t at = 0; at <= text.size(); ++at) {
    if (at < text.size() && is_ascii_digit(text[at])) {
      ++run;
      continue;
    }
    const std::size_t begin = at - run;
    const bool apart = begin == 0 || text[begin - 1] == ' ' || text[begin - 1] == '-' || text[begin - 1] == ',';
    const bool ends = at == text.size() || text[at] == ' ';
    if (run == kPostcodeDigits && apart && ends) return begin;
    run = 0;
  }
  return std::string_view::npos;
}

std::string_view without_country(std::string_view text) {
  text = trim(text);
  for (const std::string_view country : {"D-", "D -", "DE-"}) {
    if (text.ends_with(country)) text = trim(text.substr(0, text.size() - country.size()));
  }
  while (!text.empty() && (text.back() == ',' || text.back() == '|' || text.back() == '-')) {
    text = trim(text.substr(0, text.size() - 1));
  }
  return text;
}

void add_cell(std::string_view text, const Piece& piece, std::uint32_t line, bool postcode, std::vector<Cell>& cells) {
  if (text.empty()) return;
  cells.push_back({std::string(text), piece.node, piece.link, postcode, line});
}

void add_piece(const Sheet& sheet, const Piece& piece, std::uint32_t line, std::vector<Cell>& cells) {
  const auto text = sheet.text(piece);
  const auto at = find_postcode(text);
  if (at == std::string_view::npos) {
    add_cell(without_country(text), piece, line, false, cells);
    return;
  }
  add_cell(without_country(text.substr(0, at)), piece, line, false, cells);
  add_cell(text.substr(at), piece, line, true, cells);
}

bool belongs(const Landmarks& landmarks, std::uint32_t i) {
  return landmarks.kind(i) == Kind::text || landmarks.kind(i) == Kind::chrome || landmarks.kind(i) == Kind::ad;
}

std::vector<Cell> cells_of(const Sheet& sheet, const Landmarks& landmarks, std::uint32_t first, std::uint32_t& last) {
  std::vector<Cell> cells;
  std::uint32_t since_postcode = 0;
  for (last = first; last < sheet.size() && belongs(landmarks, last); ++last) {
    if (sheet.text(last).size() > kNameBytes || ++since_postcode > kLinesBetween) break;
    if (landmarks.kind(last) != Kind::text) continue;
    const std::size_t known = cells.size();
    for (const Piece& piece : sheet.pieces(sheet.line(last))) add_piece(sheet, piece, last, cells);
    const auto fresh = cells.begin() + static_cast<std::ptrdiff_t>(known);
    if (std::any_of(fresh, cells.end(), [](const Cell& cell) { return cell.postcode; })) since_postcode = 0;
  }
  return cells;
}

/// Alt text of the first picture with words among nodes [from, to).
std::string alt_between(const Sheet& sheet, NodeId from, NodeId to) {
  const auto [first, last] = sheet.pictures_between(from, to);
  for (auto i = first; i < last; ++i) {
    auto alt = clean_markup(sheet.document().attribute(sheet.pictures()[i].node, Attribute::alt));
    if (!alt.empty()) return alt;
  }
  return {};
}

/// First link that leads anywhere and lies among nodes [from, to) as a whole.
NodeId link_between(const Document& document, NodeId from, NodeId to) {
  for (NodeId n = from; n < to; ++n) {
    if (document.tag(n) == Tag::a && document.end(n) <= to && resolve_url("", document.attribute(n, Attribute::href)))
      return n;
  }
  return kNoNode;
}

/// One provider in the making: the cells of its name are [name, name_end), the postcode's is `postcode`.
struct Range {
  std::size_t name = 0;
  std::size_t name_end = 0;
  std::size_t postcode = 0;
};

/// First cell of the line that ends before cell `end`.
std::size_t begin_of_line(const std::vector<Cell>& cells, std::size_t end, std::size_t from) {
  std::size_t first = end - 1;
  while (first > from && cells[first - 1].line == cells[first].line && !cells[first - 1].postcode) --first;
  return first;
}

std::string join(const std::vector<Cell>& cells, std::size_t first, std::size_t last) {
  std::string out;
  for (std::size_t i = first; i < last; ++i) out += (out.empty() ? "" : " ") + cells[i].text;
  return out;
}

/// "Hauptstraße 12a"
bool is_street(std::string_view text) {
  const auto number = text.substr(text.rfind(' ') + 1);
  return number.size() < text.size() && number.size() <= kHouseNumberBytes && is_ascii_digit(number.front());
}

/// The name is what stands in the line before the postcode, or before that of the street, whole.
Range range_of(const std::vector<Cell>& cells, std::size_t postcode, std::size_t from) {
  if (postcode == from) return {postcode, postcode, postcode};
  const std::size_t line = begin_of_line(cells, postcode, from);
  const bool street = line > from && !cells[line - 1].postcode && is_street(join(cells, line, postcode));
  return street ? Range{begin_of_line(cells, line, from), line, postcode} : Range{line, postcode, postcode};
}

void set_address(const std::vector<Cell>& cells, std::size_t at, Provider& provider) {
  const std::string_view text = cells[at].text;
  provider.postcode = std::string(text.substr(0, kPostcodeDigits));
  auto city = trim(text.substr(kPostcodeDigits));
  if (city.empty() && at + 1 < cells.size() && !cells[at + 1].postcode) city = cells[at + 1].text;
  if (!city.empty()) provider.city = std::string(city);
}

NodeId link_of_cells(const std::vector<Cell>& cells, std::size_t first, std::size_t last) {
  for (std::size_t i = first; i < last; ++i) {
    if (cells[i].link != kNoNode) return cells[i].link;
  }
  return kNoNode;
}

/// Cells of the provider before that come after its postcode: city, or the name repeated in the same line.
std::size_t skip_repeated(const std::vector<Cell>& cells, std::size_t from, const Provider* before) {
  if (before == nullptr) return from;
  while (from < cells.size() && !cells[from].postcode &&
         (fold(cells[from].text) == fold(before->name) || (before->city && cells[from].text == *before->city))) {
    ++from;
  }
  return from;
}

struct Zone {
  const Sheet& sheet;
  std::string_view base_url;
  std::vector<Cell> cells;
  NodeId begin = kNoNode;
  NodeId end = kNoNode;
};

Provider read_provider(const Zone& zone, const Range& range, NodeId from, NodeId to) {
  Provider provider;
  provider.name = join(zone.cells, range.name, range.name_end);
  if (provider.name.empty()) provider.name = alt_between(zone.sheet, from, zone.cells[range.postcode].node);
  set_address(zone.cells, range.postcode, provider);
  NodeId link = link_of_cells(zone.cells, range.name, range.postcode + 1);
  if (link == kNoNode) link = link_between(zone.sheet.document(), from, to);
  if (link != kNoNode) {
    provider.url = resolve_url(zone.base_url, zone.sheet.document().attribute(link, Attribute::href));
  }
  return provider;
}

/// The cells of each provider's name and postcode.
std::vector<Range> find_ranges(const std::vector<Cell>& cells) {
  std::vector<Range> ranges;
  Provider before;
  std::size_t from = 0;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    if (!cells[i].postcode) continue;
    from = skip_repeated(cells, from, ranges.empty() ? nullptr : &before);
    const Range range = range_of(cells, i, std::min(from, i));
    before.name = join(cells, range.name, range.name_end);
    set_address(cells, i, before);
    ranges.push_back(range);
    from = i + 1;
  }
  return ranges;
}

/// Nodes of a provider begin with the line of its name, pictures and links right before it aside.
NodeId node_of(const Zone& zone, const Range& range) { return zone.cells[range.name].node; }

/// A logo that is a link stands before the first name: so do those of the others.
bool are_logos_first(const Zone& zone, const std::vector<Range>& ranges) {
  return !ranges.empty() && zone.cells[ranges[0].name].link == kNoNode &&
         link_between(zone.sheet.document(), zone.begin, node_of(zone, ranges[0])) != kNoNode;
}

/// Behind the last text of the provider before this one.
NodeId behind_last_cell(const Zone& zone, const Range& range) {
  return zone.sheet.document().end(zone.cells[range.name - 1].node);
}

/// Behind linked companies an address without a link is the publisher's own.
void drop_publisher(std::vector<Provider>& providers) {
  const auto linked = [](const Provider& provider) { return provider.url.has_value(); };
  if (providers.size() < 2 || linked(providers.back())) return;
  if (std::all_of(providers.begin(), providers.end() - 1, linked)) providers.pop_back();
}

Found<std::vector<Provider>> read_under(const Sheet& sheet, const Landmarks& landmarks, const NamedHeading& heading,
                                        std::string_view base_url) {
  Found<std::vector<Provider>> found;
  found.rule = "companies under the provider heading";
  found.node = sheet.line(heading.first).node;
  std::uint32_t last = heading.last;
  Zone zone{sheet, base_url, cells_of(sheet, landmarks, heading.last, last), kNoNode, kNoNode};
  zone.begin = sheet.line(heading.last - 1).last;
  zone.end = sheet.begin_of(last);
  const auto ranges = find_ranges(zone.cells);
  const bool logos_first = are_logos_first(zone, ranges);
  for (std::size_t i = 0; i < ranges.size(); ++i) {
    NodeId from = i == 0 ? zone.begin : node_of(zone, ranges[i]);
    if (logos_first && i > 0) from = behind_last_cell(zone, ranges[i]);
    const NodeId to = i + 1 < ranges.size() ? node_of(zone, ranges[i + 1]) : zone.end;
    auto provider = read_provider(zone, ranges[i], from, to);
    if (!provider.name.empty()) found.value.push_back(std::move(provider));
  }
  drop_publisher(found.value);
  return found;
}

}  // namespace

Found<std::vector<Provider>> read_providers(const Sheet& sheet, const Landmarks& landmarks, std::string_view base_url) {
  Found<std::vector<Provider>> found;
  for (const NamedHeading& heading : landmarks.providers) {
    found = read_under(sheet, landmarks, heading, base_url);
    if (!found.value.empty()) break;
  }
  return found;
}

}  // namespace klartext::sites
