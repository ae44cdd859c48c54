// A hash that is the same on every machine and in every release: names of files depend on it.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace klartext {

/// FNV-1a with a final mix, 64 bits.
std::uint64_t stable_hash(std::string_view bytes, std::uint64_t seed = 0);

/// 32 hexadecimal digits of two such hashes.
std::string hash_name(std::string_view bytes);

}  // namespace klartext
