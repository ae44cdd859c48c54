// Outcomes leave in the order of the inputs, whatever the order they come in.
#include "cli/ordered_output.h"

#include <gtest/gtest.h>

namespace klartext {
namespace {

/// Keeps what is written; ends after `limit` writes.
class MemorySink : public Sink {
 public:
  explicit MemorySink(std::string& text, Written at_limit = Written::ok, int limit = 1000)
      : text_(text), at_limit_(at_limit), limit_(limit) {}
  Written write(std::string_view text) override {
    if (limit_-- <= 0) return at_limit_;
    text_ += text;
    return Written::ok;
  }
  Written finish() override { return Written::ok; }
  [[nodiscard]] const std::string& problem() const override { return problem_; }

 private:
  std::string& text_;
  std::string problem_ = "cannot write";
  Written at_limit_;
  int limit_;
};

Destinations into(std::unique_ptr<Sink> sink, std::string_view between = "") {
  Destinations to;
  to.records = stream_store(std::move(sink), between);
  to.diagnostics = false;
  to.errors_into_records = true;
  return to;
}

Outcome record(std::string text, Identity identity = {}) {
  Outcome outcome;
  outcome.record.text = std::move(text);
  outcome.identity = identity;
  return outcome;
}

Outcome error(ErrorCode code) {
  Outcome outcome;
  outcome.error_record = "E";
  outcome.error = code;
  return outcome;
}

TEST(OrderedOutput, PutsInputsInOrder) {
  std::string text;
  OrderedOutput output(into(std::make_unique<MemorySink>(text)));
  output.add(2, record("c"));
  EXPECT_EQ(output.done(2), 0U);
  output.add(0, record("a1"));
  output.add(1, record("b1"));
  output.add(0, record("a2"));
  EXPECT_EQ(text, "a1a2");
  EXPECT_EQ(output.done(0), 1U);
  EXPECT_EQ(text, "a1a2b1");
  output.add(1, record("b2"));
  EXPECT_EQ(output.done(1), 3U);
  EXPECT_EQ(text, "a1a2b1b2c");
  EXPECT_EQ(output.finish(), 0);
}

TEST(OrderedOutput, PutsTheSeparatorBetweenRecordsOnly) {
  std::string text;
  Destinations to = into(std::make_unique<MemorySink>(text), "|");
  to.errors_into_records = false;
  OrderedOutput output(std::move(to));
  output.add(0, error(ErrorCode::no_article));
  output.add(0, record("a"));
  output.add(0, record("b"));
  EXPECT_EQ(text, "a|b");
}

TEST(OrderedOutput, KeepsTheOrderOfWhatWaitsInAFile) {
  std::string text;
  Destinations to = into(std::make_unique<MemorySink>(text));
  to.max_waiting_bytes = 0;
  OrderedOutput output(std::move(to));
  for (const char* word : {"b1", "b2", "b3"}) output.add(1, record(word));
  output.add(1, error(ErrorCode::timeout));
  output.add(2, record("c"));
  output.done(2);
  output.add(0, record("a"));
  EXPECT_EQ(text, "a");
  EXPECT_EQ(output.done(0), 1U);
  EXPECT_EQ(text, "ab1b2b3E");
  output.add(1, record("b4"));
  EXPECT_EQ(output.done(1), 3U);
  EXPECT_EQ(text, "ab1b2b3Eb4c");
  EXPECT_EQ(output.finish(), 1);
}

TEST(OrderedOutput, TheFirstOfDuplicatesWinsWhateverComesFirst) {
  std::string text;
  Destinations to = into(std::make_unique<MemorySink>(text));
  to.skip_duplicates = true;
  OrderedOutput output(std::move(to));
  output.add(1, record("late", {.address = 7, .text = 8}));
  output.add(2, record("same text", {.address = 9, .text = 2}));
  output.add(3, record("neither", {.address = 2, .text = 7}));
  output.add(4, record("nothing known"));
  output.add(5, record("nothing known"));
  for (std::uint64_t number = 1; number < 6; ++number) output.done(number);
  output.add(0, record("first", {.address = 7, .text = 2}));
  output.done(0);
  EXPECT_EQ(text, "firstneithernothing knownnothing known");
}

TEST(OrderedOutput, WritesWhatIsCompleteWhenItIsInterrupted) {
  std::string text;
  OrderedOutput output(into(std::make_unique<MemorySink>(text)));
  output.add(3, record("d"));
  output.add(1, record("b"));
  EXPECT_EQ(text, "");
  output.leave();
  EXPECT_EQ(text, "bd");
}

TEST(OrderedOutput, FoldsTheExitStatus) {
  struct Row {
    std::vector<ErrorCode> errors;
    int status;
  };
  const Row rows[] = {{{}, 0},
                      {{ErrorCode::no_article}, 1},
                      {{ErrorCode::internal, ErrorCode::no_article}, 70},
                      {{ErrorCode::timeout, ErrorCode::internal}, 70}};
  for (const Row& row : rows) {
    std::string text;
    OrderedOutput output(into(std::make_unique<MemorySink>(text)));
    for (const ErrorCode code : row.errors) output.add(0, error(code));
    output.add(0, record("x"));
    EXPECT_EQ(output.finish(), row.status);
  }
}

TEST(OrderedOutput, EndsQuietlyWhenTheReaderHasGone) {
  std::string text;
  OrderedOutput output(into(std::make_unique<MemorySink>(text, Written::closed, 1)));
  output.add(0, error(ErrorCode::no_article));
  EXPECT_FALSE(output.ended());
  output.add(0, record("a"));
  EXPECT_TRUE(output.ended());
  EXPECT_EQ(output.finish(), 0);
}

TEST(OrderedOutput, AFailedWriteIsAFailedRun) {
  std::string text;
  OrderedOutput output(into(std::make_unique<MemorySink>(text, Written::failed, 0)));
  testing::internal::CaptureStderr();
  output.add(0, record("a"));
  EXPECT_EQ(testing::internal::GetCapturedStderr(), "klartext: cannot write\n");
  EXPECT_TRUE(output.ended());
  EXPECT_EQ(output.finish(), 1);
}

}  // namespace
}  // namespace klartext
