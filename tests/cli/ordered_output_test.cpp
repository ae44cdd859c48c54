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

Destinations into(std::unique_ptr<Sink> sink) {
  Destinations to;
  to.records = std::move(sink);
  to.diagnostics = false;
  to.errors_into_records = true;
  return to;
}

Outcome record(std::string text) { return {std::move(text), {}, {}, std::nullopt}; }
Outcome error(ErrorCode code) { return {{}, {}, "E", code}; }

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
  Destinations to = into(std::make_unique<MemorySink>(text));
  to.between = "|";
  to.errors_into_records = false;
  OrderedOutput output(std::move(to));
  output.add(0, error(ErrorCode::no_article));
  output.add(0, record("a"));
  output.add(0, record("b"));
  EXPECT_EQ(text, "a|b");
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
