// Characters that are only ever added to: the skeleton as it is written.
//
// Nearly all that is added is a handful of characters of a page with more of it behind them. Those are written as the
// sixteen that lie there, and what is too much is written over by what comes next; a std::string, which calls two
// functions of the library for each piece, made prune a tenth slower.
#pragma once

#include <algorithm>
#include <cstring>
#include <memory>
#include <string_view>

namespace klartext {

class CharBuffer {
 public:
  [[nodiscard]] std::size_t size() const { return size_; }
  [[nodiscard]] const char* data() const { return bytes_.get(); }
  [[nodiscard]] std::string_view view() const { return {bytes_.get(), size_}; }
  operator std::string_view() const { return view(); }  // NOLINT(google-explicit-constructor)

  void reserve(std::size_t size) {
    if (size + kAtOnce > capacity_) grow(size + kAtOnce);
  }
  void push_back(char c) { *room_for(1) = c, ++size_; }
  void append(std::string_view text) {
    std::copy_n(text.data(), text.size(), room_for(text.size()));
    size_ += text.size();
  }
  /// The same, faster where sixteen characters are `readable` from where a short text begins.
  void append(std::string_view text, std::size_t readable) {
    if (text.size() > kAtOnce || readable < kAtOnce) return append(text);
    std::memcpy(room_for(kAtOnce), text.data(), kAtOnce);
    size_ += text.size();
  }
  CharBuffer& operator+=(std::string_view text) { return append(text), *this; }
  CharBuffer& operator+=(char c) { return push_back(c), *this; }
  void insert(std::size_t place, std::string_view text);

 private:
  static constexpr std::size_t kAtOnce = 16;

  char* room_for(std::size_t count) {
    if (capacity_ - size_ < count) grow(size_ + count);
    return bytes_.get() + size_;
  }
  void grow(std::size_t at_least);

  std::unique_ptr<char[]> bytes_;
  std::size_t size_ = 0;
  std::size_t capacity_ = 0;
};

}  // namespace klartext
