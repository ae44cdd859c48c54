// The step from bytes to text, done by the worker threads.
#include "cli/outcome.h"

#include <chrono>
#include <cstdio>
#include <exception>
#include <utility>

#include "cli/tally.h"
#include "klartext/extract.h"
#include "output/json.h"
#include "output/safe_text.h"

namespace klartext {
namespace {

/// extract() does not throw, but memory may run out in it, which is this page's failure alone.
Result<Article> extract_safely(const LoadedPage& page, const ExtractOptions& options) {
  try {
    return extract(page.bytes, page.source, options);
  } catch (const std::exception& exception) {
    return Error{ErrorCode::internal, exception.what()};
  }
}

/// What to do about an error of reading, where an option does it.
Error with_way_out(Error error) {
  if (error.code == ErrorCode::too_large) error.message += " (--max-bytes)";
  return error;
}

/// "no date and no body"
std::optional<Error> lack_of(const std::vector<std::string>& required, const Article& article) {
  std::string lacking;
  for (const std::string& field : required) {
    if (!has_field(article, field)) lacking.append(lacking.empty() ? "no " : ", no ").append(field);
  }
  if (lacking.empty()) return std::nullopt;
  return Error{ErrorCode::no_article, "the page has " + lacking + " (--require)"};
}

ExtractOptions extract_options(const RecordOptions& options) {
  using Clock = std::chrono::steady_clock;
  ExtractOptions out{.explain = options.explain};
  const std::chrono::duration<double> limit(options.page_timeout_seconds);
  const auto now = Clock::now();
  const bool is_bounded = limit.count() > 0 && limit < Clock::time_point::max() - now;
  if (is_bounded) out.deadline = now + std::chrono::duration_cast<Clock::duration>(limit);
  return out;
}

}  // namespace

Outcome failure(const std::string& name, const Error& error) {
  const std::string code(code_name(error.code));
  Outcome outcome;
  outcome.diagnostic = "klartext: " + (name.empty() ? "\"\"" : spell_out_controls(name)) + ": " + code + ": " +
                       spell_out_controls(error.message) + "\n";
  outcome.error_record = serialize_error(name, error);
  outcome.error = error.code;
  return outcome;
}

int cannot_begin(const Error& error) {
  std::fprintf(stderr, "klartext: %s\n", spell_out_controls(error.message).c_str());
  return kExitSomeFailed;
}

Outcome outcome_of(PageItem item, const RecordOptions& options) {
  if (!item.page) return failure(item.name, with_way_out(item.page.error()));
  LoadedPage& page = *item.page;
  const Result<Article> article = extract_safely(page, extract_options(options));
  if (!article) return failure(item.name, article.error());
  if (const auto lack = lack_of(options.required, *article)) return failure(item.name, *lack);
  Outcome outcome;
  outcome.record.text = serialize(*article, options.serialize);
  outcome.record.source = std::move(item.name);
  if (options.identify) outcome.identity = identity_of(*article);
  return outcome;
}

}  // namespace klartext
