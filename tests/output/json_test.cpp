// The record as JSON: exact text, key order, fields, escapes.
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "klartext/klartext.h"
#include "output/json_writer.h"

namespace klartext {
namespace {

TEST(Json, AnEmptyArticleHasEveryKey) {
  Article article;
  article.source = "a.html";
  article.profile = "generic";
  EXPECT_EQ(serialize(article),
            R"({"source":"a.html","url":null,"site":null,"language":null,"kicker":null,"title":null,"date":null,)"
            R"("date_modified":null,"authors":[],"section":null,"lead":null,"body":null,"tags":[],"links":[],)"
            R"("images":[],"related":[],"providers":[],"alternates":{"print":null,"pdf":null},"free":null,)"
            R"("extractor":{"version":")" +
                std::string(version()) + R"(","profile":"generic","schema":1}})" + "\n");
}

TEST(Json, ListsOfObjectsKeepTheirKeysInOrder) {
  Article article;
  article.authors = {{"sib", Author::Type::initials, std::nullopt},
                     {"BITMi", Author::Type::organization, "https://b.de/"}};
  article.images = {{"https://a/1.jpg", "Bild", std::nullopt, "alt"}};
  article.related = {{"K", "T", "Bericht", "2024-05-06", "Text", "https://a/2", TeaserImage{"https://a/2.jpg", "C"}}};
  SerializeOptions options;
  options.fields = {"related", "authors", "images"};
  EXPECT_EQ(serialize(article, options),
            R"({"authors":[{"name":"sib","type":"initials","url":null},)"
            R"({"name":"BITMi","type":"organization","url":"https://b.de/"}],)"
            R"("images":[{"url":"https://a/1.jpg","caption":"Bild","credit":null,"alt":"alt"}],)"
            R"("related":[{"kicker":"K","title":"T","type":"Bericht","date":"2024-05-06","teaser":"Text",)"
            R"("url":"https://a/2","image":{"url":"https://a/2.jpg","caption":"C"}}]})"
            "\n");
}

TEST(Json, PrettyIndentsByTwo) {
  Article article;
  article.title = "T";
  article.tags = {"a", "b"};
  SerializeOptions options;
  options.pretty = true;
  options.fields = {"title", "tags", "links"};
  EXPECT_EQ(serialize(article, options),
            "{\n  \"title\": \"T\",\n  \"tags\": [\n    \"a\",\n    \"b\"\n  ],\n  \"links\": []\n}\n");
}

TEST(Json, ExplainIsTheLastKeyAndFollowsTheFields) {
  Article article;
  article.title = "T";
  article.explain = {{"title", Candidate{"first h1", "html/body/h1", "T"}, {{"og:title", "meta og:title", "T | S"}}},
                     {"date", std::nullopt, {}}};
  SerializeOptions options;
  options.fields = {"title"};
  EXPECT_EQ(serialize(article, options),
            R"({"title":"T","explain":{"title":{"winner":{"rule":"first h1","where":"html/body/h1","value":"T"},)"
            R"("losers":[{"rule":"og:title","where":"meta og:title","value":"T | S"}]}}})"
            "\n");
}

TEST(Json, StringsAreValidUtf8AndHarmlessOnATerminal) {
  struct Row {
    std::string_view value;
    std::string_view json;
  };
  constexpr Row kRows[] = {
      {"Ümlaut „x“ – …", "\"Ümlaut „x“ – …\""},
      {"a\"b\\c", R"("a\"b\\c")"},
      {"a\nb\tc\rd", R"("a\nb\tc\rd")"},
      {"\x1b[31mred", R"("\u001b[31mred")"},
      {"\x7f", R"("\u007f")"},
      {"\xC2\x9B"
       "31m",
       R"("\u009b31m")"},
      {"\xC2\xA0", "\"\xC2\xA0\""},
      {"\xE2\x80\xAE"
       "evil",
       R"("\u202eevil")"},
      {"\xD8\x9C", R"("\u061c")"},
      {"caf\xE9", "\"caf\xEF\xBF\xBD\""},
      {"😀", "\"😀\""},
  };
  for (const Row& row : kRows) {
    std::string out;
    append_json_string(out, row.value);
    EXPECT_EQ(out, row.json);
    EXPECT_TRUE(nlohmann::json::accept(out)) << out;
  }
}

TEST(Json, AnErrorIsOneLine) {
  EXPECT_EQ(serialize_error("a\n.html", {ErrorCode::not_found, "no such file"}),
            R"({"source":"a\n.html","error":{"code":"not_found","message":"no such file"}})"
            "\n");
}

TEST(Json, FieldsAreTheKeysOfTheRecord) {
  EXPECT_TRUE(is_field("source"));
  EXPECT_TRUE(is_field("extractor"));
  EXPECT_FALSE(is_field("explain"));
  EXPECT_FALSE(is_field(""));
  EXPECT_FALSE(is_field("Title"));
}

TEST(Json, TheSchemaKnowsExactlyTheKeysOfTheRecord) {
  const auto schema = nlohmann::ordered_json::parse(schema_json());
  const auto record = nlohmann::ordered_json::parse(serialize(Article{}));
  std::vector<std::string> keys;
  for (const auto& [key, value] : record.items()) keys.push_back(key);
  EXPECT_EQ(schema["required"].get<std::vector<std::string>>(), keys);
  for (const std::string& key : keys) EXPECT_TRUE(schema["properties"].contains(key)) << key;
  EXPECT_EQ(schema["properties"].size(), keys.size() + 1);  // and "explain"
}

TEST(ErrorCodes, HaveStableNames) {
  constexpr ErrorCode kAll[] = {ErrorCode::not_found, ErrorCode::unreadable, ErrorCode::too_large,
                                ErrorCode::not_html,  ErrorCode::no_article, ErrorCode::http_status,
                                ErrorCode::network,   ErrorCode::timeout,    ErrorCode::blocked,
                                ErrorCode::profile,   ErrorCode::internal};
  std::string names;
  for (const ErrorCode code : kAll) names += std::string(code_name(code)) + " ";
  EXPECT_EQ(names,
            "not_found unreadable too_large not_html no_article http_status network timeout blocked profile internal ");
}

}  // namespace
}  // namespace klartext
