// A map of waiting inputs and the number whose turn it is; everything under one mutex, as writing is cheap beside
// extracting.
#include "cli/ordered_output.h"

#include <cstdio>
#include <utility>

namespace klartext {
namespace {

constexpr std::string_view kPrefix = "klartext:";

/// Tells addresses from texts in the set of what was seen.
constexpr std::uint64_t kAddressSalt = 0x9E3779B97F4A7C15U;

}  // namespace

OrderedOutput::OrderedOutput(Destinations destinations) : to_(std::move(destinations)), progress_(to_.progress) {}

void OrderedOutput::add(std::uint64_t number, Outcome outcome) {
  const std::lock_guard lock(mutex_);
  if (number == turn_) {
    deliver(outcome);
  } else if (state_ == Written::ok) {
    wait(number, std::move(outcome));
  }
}

void OrderedOutput::wait(std::uint64_t number, Outcome outcome) {
  Waiting& waiting = waiting_[number];
  const auto bytes = waiting.outcomes.push(std::move(outcome), waiting_bytes_ < to_.max_waiting_bytes);
  if (!bytes) return note(Written::failed, bytes.error().message);
  waiting.bytes += *bytes;
  waiting_bytes_ += *bytes;
}

std::uint64_t OrderedOutput::done(std::uint64_t number) {
  const std::lock_guard lock(mutex_);
  waiting_[number].done = true;
  ++counts_.inputs;
  advance();
  return turn_;
}

void OrderedOutput::deliver_all(Waiting& waiting) {
  while (const auto outcome = waiting.outcomes.pop()) deliver(*outcome);
  waiting_bytes_ -= std::exchange(waiting.bytes, 0);
}

/// Writes all whose turn has come. The first input that is not done may already have pages waiting: they go out too.
void OrderedOutput::advance() {
  for (auto first = waiting_.begin(); first != waiting_.end() && first->first == turn_; first = waiting_.begin()) {
    deliver_all(first->second);
    if (!first->second.done) return;
    waiting_.erase(first);
    ++turn_;
  }
}

bool OrderedOutput::is_turn(std::uint64_t number) const {
  const std::lock_guard lock(mutex_);
  return number == turn_;
}

bool OrderedOutput::ended() const {
  const std::lock_guard lock(mutex_);
  return state_ != Written::ok;
}

void OrderedOutput::deliver(const Outcome& outcome) {
  if (state_ != Written::ok) return;
  if (outcome.error) {
    write_error(outcome);
  } else if (to_.skip_duplicates && is_duplicate(outcome.identity)) {
    counts_.tally.count_duplicate();
  } else {
    write_record(outcome);
  }
}

bool OrderedOutput::is_duplicate(const Identity& identity) {
  const bool new_address = identity.address == 0 || seen_.insert(identity.address ^ kAddressSalt);
  const bool new_text = identity.text == 0 || seen_.insert(identity.text);
  return !new_address || !new_text;
}

void OrderedOutput::write_record(const Outcome& outcome) {
  const Written written = to_.records->add(outcome.record);
  if (written == Written::refused) {
    return write_error(failure(outcome.record.source, {ErrorCode::blocked, to_.records->problem()}));
  }
  note(written, to_.records->problem());
  if (written != Written::ok) return;
  outcome.record.earlier ? counts_.tally.count_kept() : counts_.tally.count_article();
}

void OrderedOutput::write_error(const Outcome& outcome) {
  counts_.tally.count_error(*outcome.error);
  if (to_.diagnostics) print(outcome.diagnostic);
  if (to_.errors_into_records) {
    Record record;
    record.text = outcome.error_record;
    note(to_.records->add(record), to_.records->problem());
  }
  if (to_.errors) note(to_.errors->write(outcome.error_record), to_.errors->problem());
}

void OrderedOutput::print(std::string_view line) {
  progress_.clear();
  const std::string_view rest = line.substr(coloured_ ? kPrefix.size() : 0);
  if (coloured_) std::fputs("\033[31mklartext:\033[0m", stderr);
  std::fwrite(rest.data(), 1, rest.size(), stderr);
}

void OrderedOutput::note(Written written, const std::string& problem) {
  if (written == Written::ok || state_ != Written::ok) return;
  state_ = written;
  if (written == Written::failed) print("klartext: " + problem + "\n");
}

void OrderedOutput::fail(const std::string& reason) {
  const std::lock_guard lock(mutex_);
  note(Written::failed, reason);
}

void OrderedOutput::say(const std::string& line) {
  const std::unique_lock lock(mutex_, std::try_to_lock);
  const std::string whole = "klartext: " + line + "\n";
  if (!to_.diagnostics) return;
  if (lock) {
    print(whole);
  } else {
    std::fputs(whole.c_str(), stderr);
  }
}

void OrderedOutput::tick(const Surroundings& surroundings) {
  const std::unique_lock lock(mutex_, std::try_to_lock);
  if (lock) progress_.show(counts_, surroundings);
}

int OrderedOutput::finish() {
  const std::lock_guard lock(mutex_);
  if (state_ == Written::ok) note(to_.records->finish(), to_.records->problem());
  if (state_ == Written::ok && to_.errors) note(to_.errors->finish(), to_.errors->problem());
  if (state_ == Written::closed) return progress_.clear(), kExitOk;
  if (state_ == Written::failed) leave_files();
  conclude();
  return state_ == Written::failed ? kExitSomeFailed : counts_.tally.exit_status();
}

void OrderedOutput::leave() {
  const std::lock_guard lock(mutex_);
  for (auto& [number, waiting] : waiting_) deliver_all(waiting);
  leave_files();
  conclude();
}

void OrderedOutput::leave_files() {
  const std::string left = to_.records->leave();
  if (to_.errors) to_.errors->leave();
  if (!left.empty() && to_.diagnostics)
    print("klartext: what is done is in " + left + "; --resume goes on from there\n");
}

void OrderedOutput::conclude() {
  progress_.finish(counts_);
  // Of a single page everything has been said.
  if (to_.summary && counts_.tally.pages() != 1) print("klartext: " + summary(counts_, progress_.seconds()) + "\n");
}

}  // namespace klartext
