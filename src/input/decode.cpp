// Bytes of a legacy encoding to UTF-8.
//
// Single-byte encodings go through a table of the 128 upper characters: constant for the two that German pages are in,
// asked from iconv for the others. UTF-16 is done by hand. Only the East Asian encodings go through iconv as a stream;
// its //IGNORE is not used, because glibc then still reports an error and may drop what follows.
#include <iconv.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>

#include "base/text.h"
#include "input/encodings.h"

namespace klartext {
namespace {

constexpr char32_t kReplacement = 0xFFFD;
constexpr std::string_view kReplacementUtf8 = "\xEF\xBF\xBD";

/// Characters of the bytes 0x80…0xFF.
using UpperHalf = std::array<char32_t, 128>;

constexpr UpperHalf latin1_upper_half() {
  UpperHalf table{};
  for (char32_t i = 0; i < table.size(); ++i) table[i] = 0x80 + i;
  return table;
}

constexpr UpperHalf windows_1252_upper_half() {
  constexpr std::array<char32_t, 32> kC1 = {0x20AC, 0x81,   0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
                                            0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x8D,   0x017D, 0x8F,
                                            0x90,   0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
                                            0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D,   0x017E, 0x0178};
  UpperHalf table = latin1_upper_half();
  std::copy(kC1.begin(), kC1.end(), table.begin());
  return table;
}

/// Where the standard differs from a table that is otherwise right. `byte` 0x80 or more.
struct Override {
  std::string_view encoding;
  unsigned char byte;
  char32_t character;
};

constexpr std::array kOverrides = std::to_array<Override>({
    {"ISO-8859-15", 0xA4, 0x20AC},
    {"ISO-8859-15", 0xA6, 0x0160},
    {"ISO-8859-15", 0xA8, 0x0161},
    {"ISO-8859-15", 0xB4, 0x017D},
    {"ISO-8859-15", 0xB8, 0x017E},
    {"ISO-8859-15", 0xBC, 0x0152},
    {"ISO-8859-15", 0xBD, 0x0153},
    {"ISO-8859-15", 0xBE, 0x0178},
    {"KOI8-U", 0xAE, 0x045E},
    {"KOI8-U", 0xBE, 0x040E},
    {"macintosh", 0xDB, 0x20AC},
    {"x-mac-cyrillic", 0xFF, 0x20AC},
});

/// An open iconv conversion, closed at the end. Not usable if iconv does not know the encoding.
class Conversion {
 public:
  Conversion(const char* to, const char* from) : handle_(iconv_open(to, from)) {}
  ~Conversion() {
    if (usable()) iconv_close(handle_);
  }
  Conversion(const Conversion&) = delete;
  Conversion& operator=(const Conversion&) = delete;

  [[nodiscard]] bool usable() const { return handle_ != kInvalid; }
  void reset() { iconv(handle_, nullptr, nullptr, nullptr, nullptr); }

  /// Converts as far as it goes; 0 or an errno.
  int run(char*& in, std::size_t& in_left, char*& out, std::size_t& out_left) {
    return iconv(handle_, &in, &in_left, &out, &out_left) == static_cast<std::size_t>(-1) ? errno : 0;
  }

  /// Writes what a stateful decoder still holds back.
  void flush(char*& out, std::size_t& out_left) { iconv(handle_, nullptr, nullptr, &out, &out_left); }

 private:
  static inline const iconv_t kInvalid = reinterpret_cast<iconv_t>(-1);  // NOLINT(performance-no-int-to-ptr): POSIX
  iconv_t handle_;
};

/// The character of one upper byte as iconv has it. Undefined ones below 0xA0 are the C1 controls, as in the standard.
char32_t upper_character(Conversion& conversion, unsigned char byte) {
  std::array<char, 1> in = {static_cast<char>(byte)};
  std::array<char32_t, 2> out = {};
  char* in_at = in.data();
  char* out_at = reinterpret_cast<char*>(out.data());
  std::size_t in_left = in.size();
  std::size_t out_left = sizeof out;
  conversion.reset();
  const bool defined = conversion.run(in_at, in_left, out_at, out_left) == 0;
  conversion.flush(out_at, out_left);  // CP1258 holds a letter back until it knows that no accent follows
  if (defined && out[0] != 0) return out[0];
  return byte < 0xA0 ? byte : kReplacement;
}

UpperHalf upper_half_from_iconv(const Encoding& encoding) {
  Conversion conversion("UTF-32LE", encoding.iconv_name);
  UpperHalf table = windows_1252_upper_half();
  if (!conversion.usable()) return table;
  for (std::size_t i = 0; i < table.size(); ++i) {
    table[i] = upper_character(conversion, static_cast<unsigned char>(0x80 + i));
  }
  return table;
}

UpperHalf upper_half(const Encoding& encoding) {
  if (encoding.name == "windows-1252") return windows_1252_upper_half();
  UpperHalf table = encoding.name == "ISO-8859-15" ? latin1_upper_half() : upper_half_from_iconv(encoding);
  for (const auto& entry : kOverrides) {
    if (entry.encoding == encoding.name) table[entry.byte - 0x80U] = entry.character;
  }
  return table;
}

/// The upper half as UTF-8, three bytes at most each.
struct Utf8Cell {
  std::array<char, 3> bytes = {};
  std::uint8_t size = 0;
};

std::array<Utf8Cell, 128> utf8_cells(const Encoding& encoding) {
  std::array<Utf8Cell, 128> cells;
  const UpperHalf table = upper_half(encoding);
  for (std::size_t i = 0; i < cells.size(); ++i) {
    std::string text;
    append_utf8(text, table[i]);
    cells[i].size = static_cast<std::uint8_t>(std::min(text.size(), cells[i].bytes.size()));
    std::copy_n(text.begin(), cells[i].size, cells[i].bytes.begin());
  }
  return cells;
}

std::size_t ascii_run(std::string_view bytes, std::size_t from) {
  std::size_t at = from;
  for (std::uint64_t word = 0; at + sizeof word <= bytes.size(); at += sizeof word) {
    std::memcpy(&word, bytes.data() + at, sizeof word);
    if ((word & 0x8080808080808080U) != 0) break;
  }
  while (at < bytes.size() && static_cast<unsigned char>(bytes[at]) < 0x80) ++at;
  return at - from;
}

std::string decode_single_byte(std::string_view bytes, const Encoding& encoding) {
  const auto cells = utf8_cells(encoding);
  std::string out;
  out.reserve(bytes.size() + bytes.size() / 8);
  for (std::size_t at = 0; at < bytes.size();) {
    const std::size_t run = ascii_run(bytes, at);
    out.append(bytes.substr(at, run));
    at += run;
    for (; at < bytes.size() && static_cast<unsigned char>(bytes[at]) >= 0x80; ++at) {
      const auto& cell = cells[static_cast<unsigned char>(bytes[at]) - 0x80U];
      out.append(cell.bytes.data(), cell.size);
    }
  }
  return out;
}

/// Bytes to step over where a multi-byte decoder is stuck: a stray byte, with its trail byte unless that is ASCII and
/// so may well be the start of a tag.
std::size_t broken_length(std::string_view rest) {
  return rest.size() > 1 && static_cast<unsigned char>(rest[1]) >= 0x80 ? 2 : 1;
}

std::string decode_multi_byte(std::string_view bytes, const Encoding& encoding) {
  Conversion conversion("UTF-8", encoding.iconv_name);
  if (!conversion.usable()) return decode_single_byte(bytes, windows_1252_encoding());
  std::string out;
  std::array<char, 16384> buffer;
  char* in = const_cast<char*>(bytes.data());  // iconv's type is older than const; it only reads
  std::size_t in_left = bytes.size();
  while (in_left > 0) {
    char* end = buffer.data();
    std::size_t room = buffer.size();
    const int problem = conversion.run(in, in_left, end, room);
    out.append(buffer.data(), buffer.size() - room);
    if (problem == 0 || problem == E2BIG) continue;
    out.append(kReplacementUtf8);
    const std::size_t skipped = problem == EINVAL ? in_left : broken_length({in, in_left});
    in += skipped;
    in_left -= skipped;
  }
  return out;
}

template <bool big_endian>
char16_t utf16_unit(std::string_view bytes, std::size_t at) {
  const auto first = static_cast<unsigned char>(bytes[at]);
  const auto second = static_cast<unsigned char>(bytes[at + 1]);
  return static_cast<char16_t>(big_endian ? first << 8U | second : second << 8U | first);
}

template <bool big_endian>
std::string decode_utf16(std::string_view bytes) {
  std::string out;
  out.reserve(bytes.size() / 2 + bytes.size() / 16);
  std::size_t at = 0;
  while (at + 1 < bytes.size()) {
    const char32_t unit = utf16_unit<big_endian>(bytes, at);
    at += 2;
    const bool leads = unit >= 0xD800 && unit < 0xDC00;
    const char32_t next = leads && at + 1 < bytes.size() ? utf16_unit<big_endian>(bytes, at) : 0;
    if (leads && next >= 0xDC00 && next < 0xE000) {
      append_utf8(out, 0x10000 + ((unit - 0xD800) << 10U) + (next - 0xDC00));
      at += 2;
    } else {
      append_utf8(out, unit >= 0xD800 && unit < 0xE000 ? kReplacement : unit);
    }
  }
  if (at < bytes.size()) out.append(kReplacementUtf8);
  return out;
}

}  // namespace

std::string decode(std::string_view bytes, const Encoding& encoding) {
  switch (encoding.family) {
    case EncodingFamily::utf16_le:
      return decode_utf16<false>(bytes);
    case EncodingFamily::utf16_be:
      return decode_utf16<true>(bytes);
    case EncodingFamily::multi_byte:
      return decode_multi_byte(bytes, encoding);
    case EncodingFamily::single_byte:
      return decode_single_byte(bytes, encoding);
    case EncodingFamily::utf8:
      break;
  }
  return to_valid_utf8(bytes);
}

}  // namespace klartext
