// A map of waiting inputs and the number whose turn it is; everything under one mutex, as writing is cheap beside
// extracting.
#include "cli/ordered_output.h"

#include <cstdio>
#include <utility>

namespace klartext {
namespace {

constexpr std::string_view kPrefix = "klartext:";

void print_diagnostic(std::string_view line, bool coloured) {
  const std::string_view rest = line.substr(coloured ? kPrefix.size() : 0);
  if (coloured) std::fputs("\033[31mklartext:\033[0m", stderr);
  std::fwrite(rest.data(), 1, rest.size(), stderr);
}

}  // namespace

OrderedOutput::OrderedOutput(Destinations destinations) : to_(std::move(destinations)), progress_(to_.progress) {}

void OrderedOutput::add(std::uint64_t number, Outcome outcome) {
  const std::lock_guard lock(mutex_);
  if (number == turn_) {
    deliver(outcome);
  } else {
    waiting_[number].outcomes.push_back(std::move(outcome));
  }
}

std::uint64_t OrderedOutput::done(std::uint64_t number) {
  const std::lock_guard lock(mutex_);
  waiting_[number].done = true;
  advance();
  progress_.update(tally_);
  return turn_;
}

/// Writes all whose turn has come. The first input that is not done may already have pages waiting: they go out too.
void OrderedOutput::advance() {
  for (auto first = waiting_.begin(); first != waiting_.end() && first->first == turn_; first = waiting_.begin()) {
    for (const Outcome& outcome : first->second.outcomes) deliver(outcome);
    first->second.outcomes.clear();
    if (!first->second.done) return;
    waiting_.erase(first);
    ++turn_;
  }
}

bool OrderedOutput::ended() const {
  const std::lock_guard lock(mutex_);
  return state_ != Written::ok;
}

void OrderedOutput::deliver(const Outcome& outcome) {
  if (state_ != Written::ok) return;
  tally_.count(outcome.error);
  if (outcome.error) {
    write_error(outcome);
  } else {
    write_record(outcome);
  }
}

void OrderedOutput::write_record(const Outcome& outcome) {
  if (!std::exchange(first_record_, false)) write(*to_.records, to_.between);
  write(*to_.records, outcome.record);
}

void OrderedOutput::write_error(const Outcome& outcome) {
  if (to_.diagnostics) {
    progress_.clear();
    print_diagnostic(outcome.diagnostic, coloured_);
  }
  if (to_.errors_into_records) write(*to_.records, outcome.error_record);
  if (to_.errors) write(*to_.errors, outcome.error_record);
}

void OrderedOutput::write(Sink& sink, std::string_view text) {
  if (!text.empty()) note(sink, sink.write(text));
}

void OrderedOutput::note(Sink& sink, Written written) {
  if (written == Written::ok || state_ != Written::ok) return;
  state_ = written;
  if (written != Written::failed) return;
  progress_.clear();
  std::fprintf(stderr, "klartext: %s\n", sink.problem().c_str());
}

int OrderedOutput::finish() {
  const std::lock_guard lock(mutex_);
  progress_.clear();
  if (state_ == Written::ok) note(*to_.records, to_.records->finish());
  if (state_ == Written::ok && to_.errors) note(*to_.errors, to_.errors->finish());
  if (state_ == Written::closed) return kExitOk;
  return state_ == Written::failed ? kExitSomeFailed : tally_.exit_status();
}

}  // namespace klartext
