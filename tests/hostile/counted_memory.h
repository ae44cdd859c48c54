// The program's memory from operator new, counted: a measure of what a page takes that is the same on every machine.
#pragma once

#include <cstddef>

namespace klartext::testing_support {

/// False under a sanitizer, which keeps memory of its own: then all counts are 0.
bool counts_memory();
/// Bytes in use now.
std::size_t bytes_in_use();
/// The most that were in use at once since the last `forget_peak()`.
std::size_t peak_bytes();
void forget_peak();

}  // namespace klartext::testing_support
