// Opens an input, unpacks it and gives it to the reader that knows its first bytes.
#include "input/pages.h"

#include <array>

#include "input/byte_stream.h"
#include "input/readers.h"
#include "input/unpack.h"

namespace klartext {
namespace {

std::unique_ptr<PageStream> html_page(BufferedReader reader, Source source, const ReadOptions& options) {
  std::string name = source.name;
  auto bytes = reader.read_all(options.max_bytes);
  if (!bytes) return single_page({std::move(name), bytes.error()});
  return single_page({std::move(name), checked_page(std::move(*bytes), std::move(source))});
}

bool knows_everything(std::string_view) { return true; }

/// A kind of input: what its beginning looks like, and who reads it. The first row that knows it has it.
struct Reader {
  bool (*knows)(std::string_view beginning);
  std::unique_ptr<PageStream> (*read)(BufferedReader, Source, const ReadOptions&);
};

constexpr std::array kReaders = std::to_array<Reader>({
    {knows_warc, warc_pages},
    {knows_mhtml, mhtml_page},
    {knows_everything, html_page},
});

std::unique_ptr<PageStream> read_stream(std::unique_ptr<ByteStream> stream, Source source, const ReadOptions& options) {
  BufferedReader reader(unpacked(std::move(stream)));
  const auto beginning = reader.peek(kBeginningBytes);
  const auto* row = kReaders.begin();
  while (!row->knows(beginning)) ++row;
  return row->read(std::move(reader), std::move(source), options);
}

}  // namespace

std::unique_ptr<PageStream> single_page(PageItem item) { return std::make_unique<SinglePage>(std::move(item)); }

std::unique_ptr<PageStream> open_pages(const Input& input, const ReadOptions& options) {
  Source source{input.name, input.url, std::nullopt, std::nullopt};
  if (input.kind == Input::Kind::standard_input) {
    return read_stream(standard_input(options.interrupt), std::move(source), options);
  }
  auto stream = open_file(input.name);
  if (!stream) return single_page({input.name, stream.error()});
  return read_stream(std::move(*stream), std::move(source), options);
}

std::unique_ptr<PageStream> pages_of_bytes(std::string bytes, Source source, const ReadOptions& options) {
  return read_stream(stream_of(std::move(bytes)), std::move(source), options);
}

}  // namespace klartext
