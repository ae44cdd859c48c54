// Runs the families of hostile pages for a counter of instructions to watch (growth.sh is what starts it under one).
//
// Every family's page is extracted in a smaller and a larger size. Before each run the count is set to nought, after it
// the counter is asked to write it down; the names go to stdout in the same order. Outside the counter it does nothing
// but the work.
#include <valgrind/callgrind.h>

#include <cstdio>
#include <string>

#include "hostile/families.h"
#include "klartext/klartext.h"

namespace klartext::testing_support {
namespace {

constexpr std::size_t kSmallerBytes = std::size_t{32} << 10;

void work_on(const std::string& page) {
  const auto article = extract_page(page);
  if (article) (void)serialize(*article);
}

void count(const std::string& page) {
  CALLGRIND_ZERO_STATS;
  work_on(page);
  CALLGRIND_DUMP_STATS;
}

void run() {
  work_on(page_of(families().front(), kSmallerBytes));  // what is made once is made now
  for (const auto& family : families()) {
    std::printf("%s\n", std::string(family.name).c_str());
    count(page_of(family, kSmallerBytes));
    count(page_of(family, 2 * kSmallerBytes));
  }
}

}  // namespace
}  // namespace klartext::testing_support

int main() { klartext::testing_support::run(); }
