#include "extract/word_classes.h"

#include "extract/text_profile.h"

namespace klartext {
namespace {

/// Open addressing over the hashes themselves: one look for nearly every word of a page.
class Table {
 public:
  Table() {
    classes_.fill(static_cast<std::uint8_t>(kWordClassCount));
    std::size_t index = 0;
    for (const std::string_view words : {
#define X(name, words) std::string_view(words),
             KLARTEXT_WORD_CLASSES(X)
#undef X
         }) {
      for (const auto hash : hash_words(words)) insert(hash, static_cast<std::uint8_t>(index));
      ++index;
    }
  }

  [[nodiscard]] std::size_t find(std::uint32_t hash) const {
    for (std::size_t slot = first_slot(hash); hashes_[slot] != 0; slot = (slot + 1) % kSlots) {
      if (hashes_[slot] == hash) return classes_[slot];
    }
    return kWordClassCount;
  }

 private:
  static constexpr std::size_t kSlots = 2048;  // four times the words
  static std::size_t first_slot(std::uint32_t hash) { return (hash ^ (hash >> 15U)) % kSlots; }

  void insert(std::uint32_t hash, std::uint8_t index) {
    std::size_t slot = first_slot(hash);
    while (hashes_[slot] != 0 && hashes_[slot] != hash) slot = (slot + 1) % kSlots;
    if (hashes_[slot] == hash) return;  // the first class that names a word has it
    hashes_[slot] = hash;
    classes_[slot] = index;
  }

  std::array<std::uint32_t, kSlots> hashes_{};
  std::array<std::uint8_t, kSlots> classes_{};
};

}  // namespace

std::size_t word_class(std::uint32_t hash) {
  static const Table kTable;
  return kTable.find(hash);
}

}  // namespace klartext
