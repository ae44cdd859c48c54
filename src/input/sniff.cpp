// Magic numbers, in the manner of the WHATWG MIME Sniffing standard, as far as they turn up among saved pages and
// behind addresses that were meant to be articles. What no row knows and holds control characters that no text has is
// "a binary file".
#include "input/sniff.h"

#include <algorithm>
#include <array>

namespace klartext {
namespace {

/// Bytes that decide; the standard looks at 1,445.
constexpr std::size_t kSniffBytes = 1445;

struct Magic {
  std::size_t offset;
  std::string_view bytes;
  std::string_view what;
};

using namespace std::string_view_literals;

constexpr std::array kMagic = std::to_array<Magic>({
    {0, "%PDF-", "a PDF file"},
    {0, "%!PS", "a PostScript file"},
    {0, "\x89PNG\r\n\x1A\n", "a PNG image"},
    {0, "\xFF\xD8\xFF", "a JPEG image"},
    {0, "GIF87a", "a GIF image"},
    {0, "GIF89a", "a GIF image"},
    {8, "WEBP", "a WebP image"},
    {4, "ftypavif", "an AVIF image"},
    {4, "ftypheic", "a HEIC image"},
    {4, "ftyp", "an MP4 video"},
    {0, "\x1A\x45\xDF\xA3", "a WebM video"},
    {8, "AVI ", "an AVI video"},
    {8, "WAVE", "a WAV sound"},
    {0, "ID3", "an MP3 sound"},
    {0, "OggS", "an Ogg sound"},
    {0, "BM\0\0"sv, "a BMP image"},
    {0, "II*\0"sv, "a TIFF image"},
    {0, "MM\0*"sv, "a TIFF image"},
    {0, "\0\0\1\0"sv, "an icon"},
    {0, "PK\3\4", "a ZIP archive or an office document"},
    {0, "PK\5\6", "an empty ZIP archive"},
    {0, "Rar!\x1A\7", "a RAR archive"},
    {0, "7z\xBC\xAF\x27\x1C", "a 7-Zip archive"},
    {0,
     "\xFD"
     "7zXZ\0"sv,
     "an xz file"},
    {0, "BZh", "a bzip2 file"},
    {0, "\x1F\x8B", "a gzip file"},
    {0, "\x28\xB5\x2F\xFD", "a zstd file"},
    {257, "ustar", "a tar archive"},
    {0,
     "\x7F"
     "ELF",
     "a program"},
    {0, "MZ\x90\0"sv, "a Windows program"},
    {0, "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", "an old office document"},
    {0, "{\\rtf", "an RTF document"},
    {0, "SQLite format 3", "an SQLite database"},
    {0, "bplist00", "a Safari web archive or property list"},
    {0, "wOFF", "a font"},
    {0, "wOF2", "a font"},
    {0, "OTTO", "a font"},
    {0, "#EXTM3U", "a playlist"},
});

/// Text that is no page, told by how it opens behind white space.
struct Opening {
  std::string_view text;
  std::string_view what;
};

constexpr std::array kOpenings = std::to_array<Opening>({
    {"<rss", "an RSS feed"},
    {"<feed", "an Atom feed"},
    {"<rdf:RDF", "an RDF feed"},
    {"<urlset", "a sitemap"},
    {"<sitemapindex", "a sitemap index"},
    {"<svg", "an SVG image"},
});

constexpr std::string_view kSpace = "\t\n\f\r ";

std::string_view skip_space(std::string_view text) {
  text.remove_prefix(std::min(text.find_first_not_of(kSpace), text.size()));
  return text;
}

/// What ends the comment, document type (perhaps with declarations of its own) or instruction that `text` begins with.
std::string_view end_of_declaration(std::string_view text) {
  if (text.starts_with("<!--")) return "-->";
  return text.find('[') < text.find('>') ? "]>" : ">";
}

/// `{"` or `[{` with no tag in sight: an API's answer, not a page.
bool opens_like_json(std::string_view text) {
  if (text.empty() || (text.front() != '{' && text.front() != '[')) return false;
  const auto behind = skip_space(text.substr(1));
  const bool member = !behind.empty() && std::string_view("\"{[]}").find(behind.front()) != std::string_view::npos;
  return member && text.find("</") == std::string_view::npos;
}

/// Control characters that text has no use for, by the standard's table of binary bytes.
bool is_binary_byte(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return byte < 0x20 && c != '\t' && c != '\n' && c != '\f' && c != '\r' && c != '\x1B';
}

/// UTF-16 has zeros in every other byte only; stray NULs and controls are found in real pages, so a few are let pass.
bool looks_binary(std::string_view bytes) {
  if (bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF")) return false;
  const auto odd = static_cast<std::size_t>(std::count_if(bytes.begin(), bytes.end(), is_binary_byte));
  if (odd * 50 <= bytes.size()) return false;
  std::size_t controls[2] = {0, 0};
  for (std::size_t i = 0; i < bytes.size(); ++i) controls[i % 2] += is_binary_byte(bytes[i]) ? 1U : 0U;
  return std::min(controls[0], controls[1]) * 10 > std::max(controls[0], controls[1]);
}

}  // namespace

std::string_view skip_prolog(std::string_view text) {
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
  for (text = skip_space(text); text.starts_with("<?") || text.starts_with("<!"); text = skip_space(text)) {
    const auto at = text.find(end_of_declaration(text));
    if (at == std::string_view::npos) return {};
    text.remove_prefix(at + end_of_declaration(text).size());
  }
  return text;
}

std::optional<std::string_view> not_a_page(std::string_view bytes) {
  const auto beginning = bytes.substr(0, kSniffBytes);
  for (const auto& magic : kMagic) {
    if (beginning.size() >= magic.offset && beginning.substr(magic.offset).starts_with(magic.bytes)) return magic.what;
  }
  if (looks_binary(beginning)) return "a binary file";
  const auto text = skip_prolog(beginning);
  for (const auto& opening : kOpenings) {
    if (text.starts_with(opening.text)) return opening.what;
  }
  if (opens_like_json(text)) return "JSON";
  if (beginning.size() == bytes.size() && skip_space(beginning).empty()) return "empty";
  return std::nullopt;
}

std::string not_a_page_message(std::string_view what) {
  if (what == "empty") return "this is empty";
  const bool is_list = what.ends_with("feed") || what.starts_with("a sitemap");
  const std::string hint = is_list ? " (klartext list prints the addresses in it)" : "";
  return "this is " + std::string(what) + ", not a web page" + hint;
}

}  // namespace klartext
