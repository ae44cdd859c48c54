#include "hostile/counted_memory.h"

#ifdef __has_feature  // clang's way of saying so
#if __has_feature(address_sanitizer)
#define SANITIZED
#endif
#endif
#ifdef __SANITIZE_ADDRESS__  // g++'s
#define SANITIZED
#endif

#ifdef SANITIZED

namespace klartext::testing_support {

bool counts_memory() { return false; }
std::size_t bytes_in_use() { return 0; }
std::size_t peak_bytes() { return 0; }
void forget_peak() {}

}  // namespace klartext::testing_support

#else

#include <malloc.h>

#include <algorithm>
#include <cstdlib>
#include <new>

namespace klartext::testing_support {
namespace {

std::size_t in_use = 0;  // the tests of this program have one thread
std::size_t peak = 0;

}  // namespace

bool counts_memory() { return true; }
std::size_t bytes_in_use() { return in_use; }
std::size_t peak_bytes() { return peak; }
void forget_peak() { peak = in_use; }

static void* counted(std::size_t bytes) {
  void* memory = std::malloc(bytes);
  if (memory == nullptr) throw std::bad_alloc();
  in_use += malloc_usable_size(memory);
  peak = std::max(peak, in_use);
  return memory;
}

static void give_back(void* memory) {
  in_use -= malloc_usable_size(memory);
  std::free(memory);
}

}  // namespace klartext::testing_support

// The other forms call these.
void* operator new(std::size_t bytes) { return klartext::testing_support::counted(bytes); }
void operator delete(void* memory) noexcept { klartext::testing_support::give_back(memory); }
void operator delete(void* memory, std::size_t /*bytes*/) noexcept { klartext::testing_support::give_back(memory); }

#endif
