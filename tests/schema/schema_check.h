// Whether a record is what the schema that klartext prints says, for tests in C++: the keywords that schema.json uses.
// (validate.py checks the same with a complete implementation, over the golden pages.)
#pragma once

#include <map>
#include <nlohmann/json.hpp>
#include <regex>
#include <string>
#include <string_view>

#include "klartext/serialize.h"

namespace klartext::testing_support {

class SchemaCheck {
 public:
  SchemaCheck() : schema_(nlohmann::json::parse(schema_json())) {}

  /// Where and what the first fault of a record is; empty if there is none.
  [[nodiscard]] std::string fault_of(const nlohmann::json& record) const { return fault(record, schema_, ""); }

 private:
  using Json = nlohmann::json;

  [[nodiscard]] std::string fault(const Json& value, const Json& schema, const std::string& path) const {
    if (schema.contains("$ref")) return fault(value, referenced(schema["$ref"]), path);
    for (const auto check : {&SchemaCheck::type, &SchemaCheck::any_of, &SchemaCheck::constant, &SchemaCheck::text,
                             &SchemaCheck::object, &SchemaCheck::array}) {
      if (std::string found = (this->*check)(value, schema, path); !found.empty()) return found;
    }
    return {};
  }

  [[nodiscard]] const Json& referenced(const std::string& reference) const {
    return schema_.at(Json::json_pointer(reference.substr(1)));
  }

  [[nodiscard]] static bool has_type(const Json& value, const std::string& type) {
    return value.type_name() == type || (type == "integer" && value.is_number_integer());
  }

  [[nodiscard]] std::string type(const Json& value, const Json& schema, const std::string& path) const {
    if (!schema.contains("type")) return {};
    const Json types = schema["type"].is_array() ? schema["type"] : Json::array({schema["type"]});
    for (const auto& one : types) {
      if (has_type(value, one)) return {};
    }
    return path + ": is a " + value.type_name();
  }

  [[nodiscard]] std::string any_of(const Json& value, const Json& schema, const std::string& path) const {
    if (!schema.contains("anyOf")) return {};
    std::string found;
    for (const auto& alternative : schema["anyOf"]) {
      found = fault(value, alternative, path);
      if (found.empty()) return {};
    }
    return found;
  }

  [[nodiscard]] std::string constant(const Json& value, const Json& schema, const std::string& path) const {
    if (schema.contains("const") && value != schema["const"]) return path + ": is another constant";
    if (!schema.contains("enum")) return {};
    for (const auto& one : schema["enum"]) {
      if (value == one) return {};
    }
    return path + ": is none of the words allowed";
  }

  [[nodiscard]] std::string text(const Json& value, const Json& schema, const std::string& path) const {
    if (!value.is_string()) return {};
    const auto& words = value.get_ref<const std::string&>();
    if (schema.contains("minLength") && words.empty()) return path + ": is empty";
    if (!schema.contains("pattern")) return {};
    const bool fits = words.size() < 100 && std::regex_search(words, compiled(schema["pattern"]));
    return fits ? "" : path + ": does not fit its pattern: " + words.substr(0, 100);
  }

  /// Compiling a pattern takes longer than a whole record does.
  [[nodiscard]] const std::regex& compiled(const Json& pattern) const {
    const auto [place, is_new] = patterns_.try_emplace(pattern.get<std::string>());
    if (is_new) place->second = std::regex(place->first);
    return place->second;
  }

  [[nodiscard]] static const Json* rule_for(const std::string& key, const Json& schema) {
    const auto properties = schema.find("properties");
    if (properties != schema.end() && properties->contains(key)) return &*properties->find(key);
    const auto others = schema.find("additionalProperties");
    return others == schema.end() ? nullptr : &*others;
  }

  [[nodiscard]] std::string object(const Json& value, const Json& schema, const std::string& path) const {
    if (!value.is_object()) return {};
    for (const auto& key : schema.value("required", Json::array())) {
      if (!value.contains(key.get<std::string>())) return path + ": lacks " + key.get<std::string>();
    }
    for (const auto& [key, member] : value.items()) {
      const Json* rule = rule_for(key, schema);
      if (rule == nullptr || *rule == true) continue;
      if (*rule == false) return path + ": has a key " + key;
      if (std::string found = fault(member, *rule, path + "/" + key); !found.empty()) return found;
    }
    return {};
  }

  [[nodiscard]] std::string array(const Json& value, const Json& schema, const std::string& path) const {
    if (!value.is_array() || !schema.contains("items")) return {};
    for (std::size_t i = 0; i < value.size(); ++i) {
      const std::string at = path + "/" + std::to_string(i);
      if (std::string found = fault(value[i], schema["items"], at); !found.empty()) return found;
    }
    return {};
  }

  nlohmann::json schema_;
  mutable std::map<std::string, std::regex> patterns_;
};

}  // namespace klartext::testing_support
