// What a file of `-o DIR` is called.
//
//   klartext pages/ -o out/                 pages/2024/a.html     out/2024/a.json
//   klartext saved/a.html -o out/           saved/a.html          out/a.json
//   klartext -i list -o out/                saved/2024/a.html     out/saved/2024/a.json
//   klartext https://x.example/a/b?c -o out/                      out/x.example/a/b-1f0c3d9a.json
//   klartext crawl.warc.gz -o out/          https://x.example/a   out/crawl/x.example/a-9b2e77c1.json
//   the same address again in that archive                        out/crawl/x.example/a-9b2e77c1.2.json
//   klartext - -o out/                      -                     out/stdin.json
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "input/input.h"

namespace klartext {

/// The path below DIR of a record: `page` is the name of the page, which in an archive is not that of the input;
/// `capture` is 1 for the first page of that name in it, 2 for the next.
/// Whatever the names are, the path is relative, valid UTF-8, has no "." and "..", and no part longer than file systems
/// take. A name that had to be changed gets a hash of what it was, as have addresses, whose queries are no names.
std::string output_name(const Input& input, std::string_view page, std::uint64_t capture, std::string_view extension);

}  // namespace klartext
