// Any bytes at all: extract() ends, the record is valid UTF-8 and JSON, and the same bytes give the same record.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <nlohmann/json.hpp>
#include <string_view>

#include "base/text.h"
#include "klartext/klartext.h"

namespace {

void require(bool holds) {
  if (!holds) std::abort();
}

std::string record_of(std::string_view bytes) {
  const auto article = klartext::extract(bytes, {"fuzz", "https://www.kommune21.de/meldung_1", {}, "2026-01-01"});
  return article ? klartext::serialize(*article) : klartext::serialize_error("fuzz", article.error());
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const std::string record = record_of(bytes);
  require(klartext::is_valid_utf8(record));
  require(nlohmann::json::accept(record));
  require(record == record_of(bytes));
  return 0;
}
