// The pages of one input.
//
// Most inputs hold one page, an archive (WARC) holds many. Compression and kind are told by the first bytes, never by
// the name: gzip and zstd are unpacked on the way, then the first row of `kReaders[]` (pages.cpp) that knows the bytes
// reads them. Archives are streamed: one record is in memory at a time.
#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <string>

#include "input/input.h"
#include "klartext/result.h"
#include "klartext/source.h"

namespace klartext {

/// Largest page that is read by default, unpacked: the largest of 1,856 real news pages has 2.2 MB.
inline constexpr std::size_t kDefaultMaxBytes = std::size_t{32} << 20U;

class Interrupt;

struct ReadOptions {
  std::size_t max_bytes = kDefaultMaxBytes;  ///< of one page, also after unpacking; more is `too_large`
  const Interrupt* interrupt = nullptr;      ///< ends waiting for standard input; what was read is then no whole page
};

/// Bytes of a page, in whatever encoding, and what is known about where they came from. Goes into `extract()`.
struct LoadedPage {
  std::string bytes;
  Source source;
};

/// A page or the reason why it could not be read. `name` is what to print before the error and in its record.
struct PageItem {
  std::string name;
  Result<LoadedPage> page;
};

/// Pulls the pages of one input. Bound to no thread, but used by one at a time.
class PageStream {
 public:
  virtual ~PageStream() = default;
  /// The next page; nullopt at the end. Gives at least one item; an archive goes on after a damaged record.
  virtual std::optional<PageItem> next() = 0;
};

/// The pages of a file or of standard input. Never null: what cannot be opened is a stream of one error.
std::unique_ptr<PageStream> open_pages(const Input& input, const ReadOptions& options = {});

/// The pages in bytes that are already in memory (a fetched body): unpacked and read as `open_pages` does.
std::unique_ptr<PageStream> pages_of_bytes(std::string bytes, Source source, const ReadOptions& options = {});

/// A stream of one item.
std::unique_ptr<PageStream> single_page(PageItem item);

}  // namespace klartext
