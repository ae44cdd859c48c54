// The example of include/klartext/klartext.h, as a program: consumer PAGE
#include <klartext/klartext.h>

#include <fstream>
#include <iostream>
#include <iterator>

int main(int argc, char** argv) {
  if (argc != 2) return 2;
  std::ifstream file(argv[1], std::ios::binary);
  const std::string page{std::istreambuf_iterator<char>(file), {}};
  const auto article = klartext::extract(page, {.name = argv[1], .url = {}, .content_type = {}, .fetched = {}});
  if (!article) {
    std::cerr << klartext::code_name(article.error().code) << ": " << article.error().message << '\n';
    return 1;
  }
  std::cout << article->title.value_or("(no title)") << '\n' << klartext::serialize(*article);
}
