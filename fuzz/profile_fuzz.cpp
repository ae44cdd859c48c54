// Any text as a site profile: it is refused with a reason, or every profile has what the engine relies on.
#include <array>

#include "check.h"
#include "sites/profile.h"

using namespace klartext;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text = fuzz::text_of(data, size);
  const std::array files = {EmbeddedFile{"first", text.substr(0, size / 2)}, EmbeddedFile{"second", text}};
  for (const std::size_t from : {0U, 1U}) {
    const auto profiles = parse_profiles(std::span(files).subspan(from));
    if (profiles) {
      fuzz::require(profiles->size() == files.size() - from, "a profile a file");
      for (const auto& profile : *profiles) fuzz::require(!profile.name.empty(), "a profile has a name");
    } else {
      fuzz::require(profiles.error().code == ErrorCode::profile, "the error is the profile's");
      fuzz::require(!profiles.error().message.empty(), "and has a reason");
    }
  }
  return 0;
}
