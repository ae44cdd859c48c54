// Writes what the block model is trained on: for every page, its blocks' texts and features.
//
//   dump_blocks OUT PAGE.html[.gz]...   writes OUT.jsonl (a line a page: file, blocks) and OUT.f32 (a row of 32-bit
//                                       floats a block, in the order of the lines), and OUT.names (a feature a line)
//
// train.py in this folder aligns the texts with a corpus' truth, trains, and writes ../block_model_data.inc.
#include <zlib.h>

#include <fstream>
#include <iostream>
#include <nlohmann/json.hpp>
#include <string>

#include "extract/body.h"
#include "extract/page.h"
#include "extract/page_measures.h"
#include "facts/facts.h"
#include "html/document.h"
#include "input/charset.h"

namespace {

std::string read_file(const char* path) {
  std::string bytes;
  gzFile file = gzopen(path, "rb");  // reads plain files too
  if (file == nullptr) return bytes;
  char buffer[1 << 16];
  for (int got = 0; (got = gzread(file, buffer, sizeof buffer)) > 0;)
    bytes.append(buffer, static_cast<std::size_t>(got));
  gzclose(file);
  return bytes;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 3) {
    std::cerr << "usage: dump_blocks OUT PAGE...\n";
    return 2;
  }
  const std::string out = argv[1];
  std::ofstream lines(out + ".jsonl");
  std::ofstream floats(out + ".f32", std::ios::binary);
  std::ofstream names(out + ".names");
  for (const auto name : klartext::block_feature_names()) names << name << '\n';
  for (int i = 2; i < argc; ++i) {
    const auto document = klartext::Document::parse(klartext::to_utf8(read_file(argv[i])));
    if (!document) continue;
    const auto facts = klartext::read_facts(*document);
    const klartext::Source source{argv[i], {}, {}, {}};
    const auto page = klartext::read_page(*document, facts, source);
    klartext::Evidence evidence(*document, false);
    const auto headline = klartext::read_headline(page, evidence);
    const klartext::BodyEvidence stated(page);
    const auto region = klartext::find_region(page, headline, stated);
    const auto ruled = klartext::rule_blocks(page, headline, stated, region);
    const klartext::PageMeasures measures({page, headline, stated, region, ruled});
    nlohmann::json record = {{"file", argv[i]}, {"blocks", nlohmann::json::array()}, {"looks", measures.looks()}};
    for (const auto& block : document->blocks()) record["blocks"].push_back(document->text(block));
    lines << record.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace) << '\n';
    for (std::uint32_t index = 0; index < measures.block_count(); ++index) {
      std::array<float, klartext::kBlockFeatureCount> row;
      measures.measure(index, row);
      floats.write(reinterpret_cast<const char*>(row.data()), sizeof row);
    }
  }
  return 0;
}
