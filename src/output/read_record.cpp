#include "output/read_record.h"

#include <nlohmann/json.hpp>

namespace klartext {
namespace {

std::optional<std::string> text_under(const nlohmann::json& record, const char* key) {
  const auto found = record.find(key);
  if (found == record.end() || !found->is_string()) return std::nullopt;
  return found->get<std::string>();
}

}  // namespace

RecordText read_record(std::string_view json) {
  const auto record = nlohmann::json::parse(json.begin(), json.end(), nullptr, false);
  if (!record.is_object()) return {};
  return {text_under(record, "url"), text_under(record, "title"), text_under(record, "body")};
}

}  // namespace klartext
