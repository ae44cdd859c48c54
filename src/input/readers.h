// The readers behind `kReaders[]`: each turns the unpacked bytes of one input into pages.
#pragma once

#include <memory>
#include <string_view>

#include "input/byte_stream.h"
#include "input/pages.h"

namespace klartext {

/// Bytes of the beginning that `knows_*` are given.
inline constexpr std::size_t kBeginningBytes = 4096;

bool knows_warc(std::string_view beginning);
std::unique_ptr<PageStream> warc_pages(BufferedReader reader, Source source, const ReadOptions& options);

bool knows_mhtml(std::string_view beginning);
std::unique_ptr<PageStream> mhtml_page(BufferedReader reader, Source source, const ReadOptions& options);

/// Bytes that are one page: refuses what is none, and takes the address from what browsers note in saved pages.
Result<LoadedPage> checked_page(std::string bytes, Source source);

/// The address in "<!-- saved from url=(0042)https://… -->" or in SingleFile's comment; empty if there is none.
std::string saved_from_url(std::string_view page);

/// One reading of an input that gives one page or one error.
class SinglePage : public PageStream {
 public:
  explicit SinglePage(PageItem item) : item_(std::move(item)) {}
  std::optional<PageItem> next() override { return std::exchange(item_, std::nullopt); }

 private:
  std::optional<PageItem> item_;
};

}  // namespace klartext
