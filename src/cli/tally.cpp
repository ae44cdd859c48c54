// The exit status is a fold over all results, never the last one.
#include "cli/tally.h"

#include <numeric>
#include <string_view>

namespace klartext {
namespace {

std::string counted(std::uint64_t count, std::string_view one) {
  return std::to_string(count) + " " + std::string(one) + (count == 1 ? "" : "s");
}

}  // namespace

std::uint64_t Tally::errors() const { return std::accumulate(errors_.begin(), errors_.end(), std::uint64_t{0}); }

int Tally::exit_status() const {
  if (errors(ErrorCode::internal) > 0) return kExitInternal;
  return errors() > 0 ? kExitSomeFailed : kExitOk;
}

std::string to_text(const Tally& tally) {
  std::string text = counted(tally.articles(), "article");
  if (tally.kept() > 0) text += " (" + std::to_string(tally.kept()) + " there already)";
  if (tally.duplicates() > 0) text += ", " + counted(tally.duplicates(), "duplicate");
  text += ", " + std::to_string(tally.errors()) + " failed";
  std::string codes;
  for (std::size_t i = 0; i < kErrorCodes; ++i) {
    const auto code = static_cast<ErrorCode>(i);
    if (tally.errors(code) == 0) continue;
    codes.append(codes.empty() ? " (" : ", ").append(code_name(code)).append(" ");
    codes.append(std::to_string(tally.errors(code)));
  }
  return text + codes + (codes.empty() ? "" : ")");
}

}  // namespace klartext
