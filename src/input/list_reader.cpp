// A tab ends the input only if an http address follows: names of files may hold tabs.
#include "input/list_reader.h"

#include "base/text.h"
#include "base/url.h"
#include "input/unpack.h"

namespace klartext {
namespace {

/// Longer entries are no names: a path has at most 4,096 bytes, and no server takes addresses of that size.
constexpr std::size_t kMaxEntryBytes = 65536;

/// Why these first bytes are those of no list; empty if they may be.
std::string_view no_list(std::string_view beginning) {
  if (beginning.starts_with("\xFF\xFE") || beginning.starts_with("\xFE\xFF")) {
    return "it is UTF-16, save it as UTF-8";
  }
  if (trim(beginning).starts_with('<')) {
    return "it is HTML or XML (without -i it is read as a page; klartext list prints the addresses in feeds and "
           "sitemaps)";
  }
  return {};
}

bool is_comment(std::string_view line) { return line.empty() || line.front() == '#' || trim(line).empty(); }

}  // namespace

Input list_entry(std::string_view entry) {
  std::optional<std::string> url;
  const auto tab = entry.rfind('\t');
  if (tab != std::string_view::npos && is_http_url(trim(entry.substr(tab + 1)))) {
    url = trim(entry.substr(tab + 1));
    entry = entry.substr(0, tab);
  }
  Input input = classify_input(is_http_url(trim(entry)) ? trim(entry) : entry);
  input.url = std::move(url);
  input.listed = true;
  return input;
}

ListReader::ListReader(std::string name, bool null_separated, const Interrupt& interrupt)
    : name_(std::move(name)), end_(null_separated ? '\0' : '\n') {
  auto stream = name_ == "-" ? Result(standard_input(&interrupt)) : open_file(name_, &interrupt);
  if (!stream) {
    error_ = stream.error();
    return;
  }
  reader_.emplace(unpacked(std::move(*stream)));
  if (reader_->peek(3).starts_with("\xEF\xBB\xBF")) reader_->take(3);
  const auto why = null_separated ? std::string_view() : no_list(reader_->peek(1));
  if (why.empty()) return;
  error_ = Error{ErrorCode::unreadable, std::string(why)};
  reader_.reset();
}

InputItem ListReader::failure(Error error) const {
  const std::string what = line_ == 0 ? "the list" : "entry " + std::to_string(line_) + " of the list";
  error.message = what + " cannot be read: " + error.message;
  Input input;
  input.name = name_;
  return {std::move(input), std::move(error)};
}

std::optional<InputItem> ListReader::next() {
  if (error_) return failure(*std::exchange(error_, std::nullopt));
  while (reader_ && !reader_->at_end()) {
    if (auto error = reader_->take_error()) return failure(std::move(*error));
    ++line_;
    auto line = reader_->read_until(end_, kMaxEntryBytes);
    if (!line) return failure(line.error());
    if (end_ == '\n' && line->ends_with('\r')) line->pop_back();
    const bool skipped = end_ == '\n' ? is_comment(*line) : line->empty();
    if (!skipped) return InputItem{list_entry(*line), std::nullopt};
  }
  return std::nullopt;
}

}  // namespace klartext
