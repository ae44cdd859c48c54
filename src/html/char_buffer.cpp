#include "html/char_buffer.h"

namespace klartext {

void CharBuffer::insert(std::size_t place, std::string_view text) {
  room_for(text.size());
  char* const from = bytes_.get() + place;
  std::copy_backward(from, bytes_.get() + size_, bytes_.get() + size_ + text.size());
  std::copy_n(text.data(), text.size(), from);
  size_ += text.size();
}

void CharBuffer::grow(std::size_t at_least) {
  const std::size_t capacity = std::max(at_least, 2 * capacity_);
  std::unique_ptr<char[]> bytes(new char[capacity]);  // not zeroed: it is written anyway
  std::copy_n(bytes_.get(), size_, bytes.get());
  bytes_ = std::move(bytes);
  capacity_ = capacity;
}

}  // namespace klartext
