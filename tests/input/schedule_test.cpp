// Turns per host and second tries, without waiting for anything.
#include <gtest/gtest.h>

#include "input/host_schedule.h"
#include "input/retry.h"

namespace klartext {
namespace {

using namespace std::chrono_literals;
using Time = HostSchedule::Time;

constexpr Time kStart = Time(1h);

TEST(HostSchedule, LimitsRequestsPerHostAndInAll) {
  HostSchedule schedule(3, 2, 0);
  for (JobId job = 1; job <= 3; ++job) schedule.add(job, "a");
  for (JobId job = 4; job <= 6; ++job) schedule.add(job, "b");
  EXPECT_EQ(schedule.start(kStart), 1U);
  EXPECT_EQ(schedule.start(kStart), 2U);
  EXPECT_EQ(schedule.start(kStart), 4U);
  EXPECT_EQ(schedule.start(kStart), std::nullopt);
  EXPECT_EQ(schedule.next_start(), std::nullopt);
  schedule.finished("a");
  EXPECT_EQ(schedule.start(kStart), 3U);
  schedule.finished("b");
  EXPECT_EQ(schedule.start(kStart), 5U);
  EXPECT_EQ(schedule.start(kStart), std::nullopt);
}

TEST(HostSchedule, PausesBetweenRequestsToOneHost) {
  HostSchedule schedule(10, 5, 2);
  schedule.add(1, "a");
  schedule.add(2, "a");
  schedule.add(3, "b");
  EXPECT_EQ(schedule.start(kStart), 1U);
  EXPECT_EQ(schedule.start(kStart), 3U);
  EXPECT_EQ(schedule.start(kStart), std::nullopt);
  EXPECT_EQ(schedule.next_start(), kStart + 2s);
  EXPECT_EQ(schedule.start(kStart + 1999ms), std::nullopt);
  EXPECT_EQ(schedule.start(kStart + 2s), 2U);
}

TEST(HostSchedule, ObeysTheLongerPause) {
  HostSchedule schedule(10, 5, 2);
  schedule.set_delay("a", 5);
  schedule.set_delay("b", 1);
  for (JobId job = 1; job <= 2; ++job) schedule.add(job, "a");
  for (JobId job = 3; job <= 4; ++job) schedule.add(job, "b");
  schedule.start(kStart);
  schedule.start(kStart);
  EXPECT_EQ(schedule.start(kStart + 2s), 4U);
  EXPECT_EQ(schedule.start(kStart + 4s), std::nullopt);
  EXPECT_EQ(schedule.start(kStart + 5s), 2U);
}

TEST(HostSchedule, LetsFurtherTriesWaitAndOthersPass) {
  HostSchedule schedule(10, 1, 0);
  schedule.add(1, "a", kStart + 10s);
  schedule.add(2, "a");
  EXPECT_EQ(schedule.start(kStart), 2U);
  schedule.finished("a");
  EXPECT_EQ(schedule.next_start(), kStart + 10s);
  EXPECT_EQ(schedule.start(kStart + 10s), 1U);
}

TEST(HostSchedule, HoldsAHostThatAsksForPatience) {
  HostSchedule schedule(10, 2, 0);
  schedule.add(1, "a");
  schedule.hold("a", kStart + 30s);
  EXPECT_EQ(schedule.start(kStart + 29s), std::nullopt);
  EXPECT_EQ(schedule.start(kStart + 30s), 1U);
}

Attempt answered(int status, const std::string& fields = "") {
  Answer answer;
  answer.status = status;
  answer.fields = HeaderFields(fields);
  return {std::move(answer), false, {}};
}

Attempt failed(ErrorCode code, bool may_pass) { return {Error{code, ""}, may_pass, {}}; }

FetchOptions three_retries() {
  FetchOptions options;
  options.retries = 3;
  options.first_retry_seconds = 2;
  options.max_retry_wait_seconds = 60;
  return options;
}

TEST(RetryAfter, TriesWhatMayPass) {
  const auto options = three_retries();
  for (const int status : {408, 425, 429, 500, 502, 503, 504}) {
    EXPECT_TRUE(retry_after(answered(status), 1, options, 0, 0)) << status;
  }
  for (const int status : {200, 301, 304, 400, 401, 403, 404, 410, 451, 501, 505}) {
    EXPECT_FALSE(retry_after(answered(status), 1, options, 0, 0)) << status;
  }
  EXPECT_TRUE(retry_after(failed(ErrorCode::timeout, true), 1, options, 0, 0));
  EXPECT_FALSE(retry_after(failed(ErrorCode::network, false), 1, options, 0, 0));
  EXPECT_TRUE(retry_after(answered(503), 3, options, 0, 0));
  EXPECT_FALSE(retry_after(answered(503), 4, options, 0, 0));
}

TEST(RetryAfter, WaitsLongerEachTimeWithinBounds) {
  const auto options = three_retries();
  EXPECT_EQ(retry_after(answered(500), 1, options, 0, 0)->wait_seconds, 1);
  EXPECT_EQ(retry_after(answered(500), 2, options, 0, 0)->wait_seconds, 2);
  EXPECT_EQ(retry_after(answered(500), 3, options, 0.5, 0)->wait_seconds, 6);
  FetchOptions many = options;
  many.retries = 100;
  EXPECT_EQ(retry_after(answered(500), 50, many, 0, 0)->wait_seconds, 30);
}

TEST(RetryAfter, ObeysTheServer) {
  const auto options = three_retries();
  EXPECT_EQ(retry_after(answered(429, "Retry-After: 7\n"), 1, options, 0, 0)->wait_seconds, 7);
  EXPECT_TRUE(retry_after(answered(429, "Retry-After: 7\n"), 1, options, 0, 0)->whole_host);
  EXPECT_FALSE(retry_after(answered(500), 1, options, 0, 0)->whole_host);
  EXPECT_EQ(retry_after(answered(503, "Retry-After: Sun, 01 Mar 2026 12:00:30 GMT\n"), 1, options, 0, 1772366400)
                ->wait_seconds,
            30);
  EXPECT_EQ(retry_after(answered(503, "Retry-After: Sun, 01 Mar 2026 11:00:30 GMT\n"), 1, options, 0, 1772366400)
                ->wait_seconds,
            0);
  EXPECT_FALSE(retry_after(answered(503, "Retry-After: 61\n"), 1, options, 0, 0));
  EXPECT_EQ(retry_after(answered(503, "Retry-After: soon\n"), 1, options, 0, 0)->wait_seconds, 1);
}

}  // namespace
}  // namespace klartext
