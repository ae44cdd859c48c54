#include "cli/input_count.h"

#include <sys/stat.h>

#include <algorithm>
#include <utility>

namespace klartext {
namespace {

bool can_be_read_twice(const std::string& list) {
  struct stat status {};
  return stat(list.c_str(), &status) == 0 && S_ISREG(status.st_mode);
}

}  // namespace

void InputCount::start(const InputOptions& options) {
  const auto& lists = options.lists;
  if (!std::all_of(lists.begin(), lists.end(), can_be_read_twice)) return;
  thread_ = std::thread([this, inputs = InputStream(options)]() mutable { count(std::move(inputs)); });
}

InputCount::~InputCount() {
  stopped_ = true;
  if (thread_.joinable()) thread_.join();
}

void InputCount::count(InputStream inputs) {
  while (!stopped_ && inputs.next()) ++count_;
  counted_ = !stopped_;
}

std::optional<std::uint64_t> InputCount::total() const {
  return counted_ ? std::optional<std::uint64_t>(count_) : std::nullopt;
}

}  // namespace klartext
