// Texts are numbered by characters of plane 15 (U+F0000 and up), 15 bits each; the rare page with more texts than that
// puts a character of plane 16 before it, with 15 bits more. Each is one step for the tokenizer.
#include "html/skeleton.h"

#include <algorithm>
#include <array>

#include "base/byte_scan.h"
#include "base/character_references.h"
#include "base/text.h"

namespace klartext {
namespace {

constexpr char32_t kLow = 0xF0000;
constexpr char32_t kHigh = 0x100000;
constexpr std::uint32_t kBits = 15;
constexpr std::uint32_t kMask = (1U << kBits) - 1;
constexpr std::size_t kBytes = 4;  ///< of each of these characters in UTF-8

/// The two lead bytes of planes 15 and 16 in UTF-8 (that of plane 15 begins planes 12 to 14, too).
constexpr bool may_stand_in(char c) { return c == '\xF3' || c == '\xF4'; }

/// The character at `at`, which is one of those above or any other.
char32_t character_at(std::string_view text, std::size_t at) {
  return text.size() - at < kBytes ? 0 : next_character(text, at);
}

void append_stand_in(CharBuffer& out, char32_t c) {
  const auto byte = [c](unsigned lead, unsigned shift) { return static_cast<char>(lead | (c >> shift & 0x3FU)); };
  const std::array<char, kBytes> bytes = {byte(0xF0, 18), byte(0x80, 12), byte(0x80, 6), byte(0x80, 0)};
  out.append({bytes.data(), bytes.size()});
}

void append_decoded(std::string& out, std::string_view text, Skeleton::Reading reading, ReferencePlace place) {
  if (reading == Skeleton::Reading::raw) {
    out += text;
  } else {
    append_decoded(out, text, place);
  }
}

/// As the HTML standard has it: "\r\n" and "\r" are read as "\n", unless written as a character reference.
void append_as_read(std::string& out, std::string_view text, Skeleton::Reading reading, ReferencePlace place) {
  for (std::size_t end = text.find('\r'); end != std::string_view::npos; end = text.find('\r')) {
    append_decoded(out, text.substr(0, end), reading, place);
    out += '\n';
    text.remove_prefix(end + (text.substr(end + 1).starts_with('\n') ? 2 : 1));
  }
  append_decoded(out, text, reading, place);
}

bool reads_as_written(std::string_view text, Skeleton::Reading reading) {
  const std::size_t end = reading == Skeleton::Reading::raw ? find_any<'\r'>(text, 0) : find_any<'\r', '&'>(text, 0);
  return end == text.size();
}

}  // namespace

void Skeleton::add_text(std::string_view written, Reading reading) {
  const auto number = static_cast<std::uint32_t>(texts.size());
  if (number > kMask) append_stand_in(markup, kHigh + (number >> kBits));
  append_stand_in(markup, kLow + (number & kMask));
  texts.push_back({written, reading});
  bytes_beside += written.size();
}

void SkeletonReader::append(const Skeleton::Text& text) {
  append_as_read(decoded_, text.written, text.reading, ReferencePlace::text);
}

std::string_view SkeletonReader::text(std::string_view parsed) {
  decoded_.clear();
  std::uint32_t high = 0;
  for (std::size_t at = 0; at < parsed.size();) {
    const char32_t c = may_stand_in(parsed[at]) ? character_at(parsed, at) : 0;
    const std::size_t number = high | (c - kLow);
    if (c >= kHigh) {
      high = (c - kHigh) << kBits;
    } else if (c >= kLow && number < skeleton_.texts.size()) {
      const Skeleton::Text& text = skeleton_.texts[number];
      if (parsed.size() == kBytes && reads_as_written(text.written, text.reading)) return text.written;
      append(text);
      high = 0;
    } else {
      decoded_ += parsed[at++];
      continue;
    }
    at += kBytes;
  }
  return decoded_;
}

SkeletonReader::Attributes SkeletonReader::attributes(std::size_t tag) {
  const auto& tags = skeleton_.tags;
  const auto is_before = [tag](const Skeleton::TagAttributes& entry) { return entry.tag < tag; };
  const bool in_order = (next_ == 0 || is_before(tags[next_ - 1])) && (next_ == tags.size() || !is_before(tags[next_]));
  if (!in_order) {
    const auto found = std::partition_point(tags.begin(), tags.end(), is_before);
    next_ = static_cast<std::size_t>(found - tags.begin());
  }
  if (next_ == tags.size() || tags[next_].tag != tag) return {};
  const std::size_t first = tags[next_++].first;
  const std::size_t last = next_ == tags.size() ? skeleton_.attributes.size() : tags[next_].first;
  return {skeleton_.attributes.data() + first, skeleton_.attributes.data() + last};
}

std::string_view SkeletonReader::value(const Skeleton::AttributeText& attribute) {
  if (reads_as_written(attribute.written, Skeleton::Reading::markup)) return attribute.written;
  decoded_.clear();
  append_as_read(decoded_, attribute.written, Skeleton::Reading::markup, ReferencePlace::attribute);
  return decoded_;
}

}  // namespace klartext
