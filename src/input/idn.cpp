// Punycode with the parameters of RFC 3492, section 5. Mapping is case folding and NFC, which is what UTS #46 comes to
// for names that people have registered.
#include "input/idn.h"

#include <algorithm>

#include "base/text.h"
#include "base/url.h"

namespace klartext {
namespace {

constexpr std::uint32_t kBase = 36;
constexpr std::uint32_t kTMin = 1;
constexpr std::uint32_t kTMax = 26;
constexpr std::uint32_t kSkew = 38;
constexpr std::uint32_t kDamp = 700;
constexpr std::uint32_t kInitialBias = 72;
constexpr char32_t kInitialN = 128;

/// Labels of names have at most 63 bytes; longer ones are none, and encoding them would take quadratic time.
constexpr std::size_t kMaxLabelCharacters = 63;

char digit(std::uint32_t value) { return static_cast<char>(value < 26 ? 'a' + value : '0' + value - 26); }

std::uint32_t adapted_bias(std::uint32_t delta, std::uint32_t points, bool first) {
  delta = first ? delta / kDamp : delta / 2;
  delta += delta / points;
  std::uint32_t k = 0;
  for (; delta > (kBase - kTMin) * kTMax / 2; k += kBase) delta /= kBase - kTMin;
  return k + (kBase - kTMin + 1) * delta / (delta + kSkew);
}

void append_variable_length(std::string& out, std::uint32_t value, std::uint32_t bias) {
  for (std::uint32_t k = kBase;; k += kBase) {
    const std::uint32_t threshold = k <= bias ? kTMin : std::min(k - bias, kTMax);
    if (value < threshold) break;
    out.push_back(digit(threshold + (value - threshold) % (kBase - threshold)));
    value = (value - threshold) / (kBase - threshold);
  }
  out.push_back(digit(value));
}

bool is_ascii(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

std::u32string code_points(std::string_view text) {
  std::u32string points;
  for (std::size_t at = 0; at < text.size();) points.push_back(next_character(text, at));
  return points;
}

std::string ascii_label(std::string_view label) {
  const auto points = code_points(label);
  if (is_ascii(label) || points.size() > kMaxLabelCharacters) return std::string(label);
  return "xn--" + punycode(points);
}

std::string ascii_host(std::string_view host) {
  std::string ascii;
  while (true) {
    const auto dot = host.find('.');
    ascii += ascii_label(host.substr(0, dot));
    if (dot == std::string_view::npos) return ascii;
    ascii += '.';
    host.remove_prefix(dot + 1);
  }
}

}  // namespace

std::string punycode(std::u32string_view label) {
  std::string out;
  for (const char32_t c : label) {
    if (c < kInitialN) out.push_back(static_cast<char>(c));
  }
  const auto basic = static_cast<std::uint32_t>(out.size());
  if (basic > 0) out.push_back('-');
  char32_t n = kInitialN;
  std::uint32_t delta = 0;
  std::uint32_t bias = kInitialBias;
  for (std::uint32_t handled = basic; handled < label.size(); ++delta, ++n) {
    char32_t next = 0x10FFFF;
    for (const char32_t c : label) next = c >= n ? std::min(next, c) : next;
    delta += (next - n) * (handled + 1);
    n = next;
    for (const char32_t c : label) {
      if (c < n) ++delta;
      if (c != n) continue;
      append_variable_length(out, delta, bias);
      bias = adapted_bias(delta, handled + 1, handled == basic);
      delta = 0;
      ++handled;
    }
  }
  return out;
}

std::string with_ascii_host(std::string_view url) {
  const auto host = url_host(url);
  if (host.empty() || is_ascii(host)) return std::string(url);
  const auto begin = static_cast<std::size_t>(host.data() - url.data());
  return std::string(url.substr(0, begin)) + ascii_host(fold(percent_decode(host))) +
         std::string(url.substr(begin + host.size()));
}

}  // namespace klartext
