#include "base/stable_hash.h"

namespace klartext {
namespace {

void append_hex(std::string& out, std::uint64_t value) {
  constexpr std::string_view kDigits = "0123456789abcdef";
  for (int shift = 60; shift >= 0; shift -= 4) out.push_back(kDigits[value >> static_cast<unsigned>(shift) & 0xFU]);
}

}  // namespace

std::uint64_t stable_hash(std::string_view bytes, std::uint64_t seed) {
  std::uint64_t hash = 0xCBF29CE484222325U ^ seed;
  for (const char byte : bytes) hash = (hash ^ static_cast<unsigned char>(byte)) * 0x100000001B3U;
  hash = (hash ^ hash >> 33U) * 0xFF51AFD7ED558CCDU;
  hash = (hash ^ hash >> 33U) * 0xC4CEB9FE1A85EC53U;
  return hash ^ hash >> 33U;
}

std::string hash_name(std::string_view bytes) {
  std::string name;
  append_hex(name, stable_hash(bytes));
  append_hex(name, stable_hash(bytes, 0x9E3779B97F4A7C15U));
  return name;
}

}  // namespace klartext
