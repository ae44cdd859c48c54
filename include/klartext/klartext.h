// klartext: the article of a news page, as data.
//
//   #include <klartext/klartext.h>
//
//   const std::string page = read_file("page.html");
//   const auto article = klartext::extract(page, {.name = "page.html", .url = "https://example.org/news/1"});
//   if (!article) {
//     std::cerr << klartext::code_name(article.error().code) << ": " << article.error().message << '\n';
//     return 1;
//   }
//   std::cout << article->title.value_or("(no title)") << '\n' << klartext::serialize(*article);
#pragma once

#include "klartext/article.h"    // IWYU pragma: export
#include "klartext/extract.h"    // IWYU pragma: export
#include "klartext/result.h"     // IWYU pragma: export
#include "klartext/serialize.h"  // IWYU pragma: export
#include "klartext/source.h"     // IWYU pragma: export
