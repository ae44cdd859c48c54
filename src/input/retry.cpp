// Exponential backoff with jitter: the n-th wait lies between a half and the whole of first_retry_seconds * 2^(n-1).
#include "input/retry.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace klartext {
namespace {

bool is_worth_a_try(const Attempt& attempt) {
  if (!attempt.answer) return attempt.may_pass;
  constexpr std::array kPassing = {408, 425, 429, 500, 502, 503, 504, 520, 521, 522, 523, 524};
  return std::find(kPassing.begin(), kPassing.end(), attempt.answer->status) != kPassing.end();
}

/// Retry-After as seconds or as a date.
std::optional<double> asked_wait(const Answer& answer, Timestamp now) {
  const auto value = answer.fields.find("Retry-After");
  if (!value) return std::nullopt;
  if (const auto seconds = parse_seconds(*value)) return static_cast<double>(*seconds);
  const auto date = parse_http_date(*value);
  if (!date) return std::nullopt;
  return static_cast<double>(std::max<Timestamp>(0, *date - now));
}

double backoff(int tries, const FetchOptions& options, double chance) {
  const double longest = options.first_retry_seconds * std::exp2(tries - 1);
  return std::min(longest, options.max_retry_wait_seconds) * (0.5 + chance / 2);
}

}  // namespace

std::optional<Retry> retry_after(const Attempt& attempt, int tries, const FetchOptions& options, double chance,
                                 Timestamp now) {
  if (tries > options.retries || !is_worth_a_try(attempt)) return std::nullopt;
  const auto& answer = attempt.answer;
  const auto asked = answer.ok() ? asked_wait(*answer, now) : std::nullopt;
  if (asked && *asked > options.max_retry_wait_seconds) return std::nullopt;
  const bool whole_host = answer.ok() && (answer->status == 429 || answer->status == 503);
  return Retry{asked ? *asked + chance * options.first_retry_seconds : backoff(tries, options, chance), whole_host};
}

}  // namespace klartext
