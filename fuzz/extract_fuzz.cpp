// Any bytes at all: extract() ends, the record is what the schema says, nothing in it acts on a terminal or leads
// anywhere but to http(s), and the same bytes give the same record. The number of bytes decides about the options.
#include <nlohmann/json.hpp>
#include <string>

#include "../tests/schema/safe_record.h"
#include "../tests/schema/schema_check.h"
#include "base/text.h"
#include "check.h"
#include "klartext/klartext.h"

using namespace klartext;

namespace {

struct Outcome {
  std::string record;
  std::string markdown;
  std::string text;
  bool is_article = false;
};

Outcome outcome_of(std::string_view bytes) {
  constexpr const char* kAddresses[] = {"https://www.kommune21.de/meldung_1", "https://news.example.org/2026/02/03/a"};
  const Source source{"fuzz", kAddresses[bytes.size() / 2 % 2], {}, "2026-01-01"};
  const auto article = extract(bytes, source, {.explain = bytes.size() % 2 == 1});
  if (!article) return {serialize_error("fuzz", article.error()), {}, {}, false};
  return {serialize(*article), serialize(*article, {.format = Format::markdown}),
          serialize(*article, {.format = Format::text}), true};
}

void check_record(const Outcome& outcome) {
  static const testing_support::SchemaCheck kSchema;
  const auto record = nlohmann::json::parse(outcome.record, nullptr, false);
  fuzz::require(!record.is_discarded(), "a record is JSON");
  if (!outcome.is_article) return;
  const std::string fault = kSchema.fault_of(record) + testing_support::unsafe_part(record);
  if (!fault.empty()) std::fprintf(stderr, "%s\n%s", fault.c_str(), outcome.record.c_str());
  fuzz::require(fault.empty(), "a record is what the schema says, and safe");
}

void check_text(std::string_view text) {
  fuzz::require(is_valid_utf8(text), "output is valid UTF-8");
  fuzz::require(!testing_support::acts_on_a_terminal(text), "output does not act on a terminal");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes = fuzz::text_of(data, size);
  const Outcome outcome = outcome_of(bytes);
  check_record(outcome);
  check_text(outcome.record);
  check_text(outcome.markdown);
  check_text(outcome.text);
  fuzz::require(outcome.record == outcome_of(bytes).record, "the same bytes give the same record");
  return 0;
}
