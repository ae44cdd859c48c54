// Finds a name among a fixed list, in any case of letters: length and three letters tell nearly all names of HTML
// apart, so a look-up is one step and one comparison.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace klartext {

/// ASCII letters lowered, all else untouched.
constexpr char lowered(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c; }

/// ASCII letters count in either case.
constexpr bool same_name(std::string_view a, std::string_view b) {
  if (a.size() != b.size()) return false;
  for (std::size_t i = 0; i < a.size(); ++i) {
    if (lowered(a[i]) != lowered(b[i])) return false;
  }
  return true;
}

template <std::size_t kCount>
class NameTable {
 public:
  /// `names` in lower case, fewer than 255, each once.
  constexpr explicit NameTable(const std::array<std::string_view, kCount>& names) : names_(names) {
    static_assert(kCount < kFree);
    slots_.fill(kFree);
    for (std::size_t i = 0; i < kCount; ++i) {
      std::size_t slot = first_slot(names_[i]);
      while (slots_[slot] != kFree) slot = (slot + 1) % kSlots;
      slots_[slot] = static_cast<std::uint8_t>(i);
    }
  }

  /// Index in the list, or kCount.
  [[nodiscard]] constexpr std::size_t find(std::string_view name) const {
    if (name.empty()) return kCount;
    for (std::size_t slot = first_slot(name); slots_[slot] != kFree; slot = (slot + 1) % kSlots) {
      if (is(name, names_[slots_[slot]])) return slots_[slot];
    }
    return kCount;
  }
  [[nodiscard]] constexpr std::string_view name(std::size_t index) const { return names_[index]; }

 private:
  static constexpr std::size_t kSlots = 1024;
  static constexpr std::uint8_t kFree = 0xFF;

  /// Setting bit 0x20 lowers letters and leaves digits and hyphens alone.
  static constexpr std::size_t first_slot(std::string_view name) {
    const auto letter = [name](std::size_t i) { return static_cast<std::size_t>(name[i] | 0x20) & 0x7F; };
    const std::size_t last = name.size() - 1;
    return (name.size() * 61 + letter(0) * 37 + letter(last) * 11 + letter(last / 2) * 101 + letter((last + 1) / 2)) %
           kSlots;
  }
  static constexpr bool is(std::string_view name, std::string_view lower_case) {
    if (name.size() != lower_case.size()) return false;
    for (std::size_t i = 0; i < name.size(); ++i) {
      if (lowered(name[i]) != lower_case[i]) return false;
    }
    return true;
  }

  std::array<std::string_view, kCount> names_;
  std::array<std::uint8_t, kSlots> slots_{};
};

}  // namespace klartext
