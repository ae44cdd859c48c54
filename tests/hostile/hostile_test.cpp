// No page can hurt: for every family the result is a record or an error that says why not, memory is at most 40 times
// the page and a constant, and a small stack will do. That work grows as the page does is counted by speed/growth.sh.
#include <gtest/gtest.h>
#include <pthread.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <nlohmann/json.hpp>
#include <ostream>

#include "hostile/counted_memory.h"
#include "hostile/families.h"
#include "klartext/klartext.h"
#include "schema/safe_record.h"
#include "schema/schema_check.h"

namespace klartext::testing_support {

void PrintTo(const Family& family, std::ostream* out) { *out << family.name; }

namespace {

constexpr std::size_t kMegabyte = std::size_t{1} << 20;
constexpr std::size_t kMostMemoryPerByte = 40;
constexpr std::size_t kMostMemoryBesides = 16 * kMegabyte;

/// Without optimisation and under sanitizers, only that nothing breaks is of interest.
constexpr std::size_t page_bytes() {
#ifdef NDEBUG
  return kMegabyte / 2;
#else
  return kMegabyte / 16;
#endif
}

double seconds_of_this_thread() {
  timespec now{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) * 1e-9;
}

/// Runs on a stack on which a recursion over the page would not get far, and only in the main thread's absence: its
/// memory is counted as if there were one thread.
template <class Work>
void on_small_stack(Work work) {
  constexpr std::size_t kStackBytes = 256 << 10;
  pthread_attr_t attributes;
  pthread_attr_init(&attributes);
  pthread_attr_setstacksize(&attributes,
                            counts_memory() ? kStackBytes : 8 * kStackBytes);  // sanitizers take their share
  pthread_t thread{};
  const auto start = [](void* given) -> void* {
    (*static_cast<Work*>(given))();
    return nullptr;
  };
  ASSERT_EQ(pthread_create(&thread, &attributes, start, &work), 0);
  pthread_join(thread, nullptr);
  pthread_attr_destroy(&attributes);
}

class Hostile : public testing::TestWithParam<Family> {};

void check(const Result<Article>& article, const Family& family) {
  static const SchemaCheck kSchema;
  if (!article) {
    EXPECT_TRUE(family.may_fail || family.around == Around::nothing) << article.error().message;
    EXPECT_NE(article.error().code, ErrorCode::internal) << article.error().message;
    return;
  }
  const auto record = nlohmann::json::parse(serialize(*article), nullptr, false);
  ASSERT_FALSE(record.is_discarded());
  EXPECT_EQ(kSchema.fault_of(record), "");
  EXPECT_EQ(unsafe_part(record), "");
}

TEST_P(Hostile, PageGivesARecordOrAnErrorInBoundedMemoryAndStack) {
  const std::string page = page_of(GetParam(), 2 * page_bytes());
  const std::size_t before = bytes_in_use();
  forget_peak();
  Result<Article> article = Error{ErrorCode::internal, "not run"};
  on_small_stack([&] { article = extract_page(page); });
  EXPECT_LE(peak_bytes() - before, kMostMemoryPerByte * page.size() + kMostMemoryBesides);
  check(article, GetParam());
}

INSTANTIATE_TEST_SUITE_P(Families, Hostile, testing::ValuesIn(families().begin(), families().end()),
                         [](const auto& info) {
                           std::string name(info.param.name);
                           std::replace_if(
                               name.begin(), name.end(),
                               [](char c) { return std::isalnum(static_cast<unsigned char>(c)) == 0; }, '_');
                           return name;
                         });

/// Not a test: prints a table for pages of so many MB, with KLARTEXT_HOSTILE_MB=10.
TEST(HostileTable, Print) {
  const char* megabytes = std::getenv("KLARTEXT_HOSTILE_MB");
  if (megabytes == nullptr) GTEST_SKIP() << "asked for by KLARTEXT_HOSTILE_MB";
  for (const auto& family : families()) {
    const std::string page = page_of(family, std::strtoull(megabytes, nullptr, 10) * kMegabyte);
    const std::size_t before = bytes_in_use();
    forget_peak();
    const double begin = seconds_of_this_thread();
    const auto article = extract_page(page);
    const double seconds = seconds_of_this_thread() - begin;
    std::printf("%-40s %6.2f s %8.1f MB %5.1f a byte  %s\n", std::string(family.name).c_str(), seconds,
                static_cast<double>(peak_bytes() - before) / kMegabyte,
                static_cast<double>(peak_bytes() - before) / static_cast<double>(page.size()),
                article ? article->profile.c_str() : std::string(code_name(article.error().code)).c_str());
  }
}

}  // namespace
}  // namespace klartext::testing_support
