// WARC (ISO 28500): what a crawler received, record by record.
//
// Pages are the `response` records with a 2xx answer and the `resource` records, as far as their type may be a page;
// pictures, scripts, redirects, requests and revisits of an archive are passed over without a word. Damage is an error
// that names the record's place; reading goes on at the next line that opens a record.
#include <algorithm>
#include <charconv>

#include "base/text.h"
#include "base/url.h"
#include "input/content_coding.h"
#include "input/header_fields.h"
#include "input/readers.h"

namespace klartext {
namespace {

constexpr std::size_t kMaxHeaderLine = std::size_t{64} << 10U;
constexpr std::size_t kMaxHeaderBytes = std::size_t{1} << 20U;

/// Chunk sizes and the like on top of the body.
constexpr std::size_t kTransferOverhead = std::size_t{1} << 20U;

std::string without_brackets(std::string_view uri) {
  if (uri.starts_with('<') && uri.ends_with('>')) uri = uri.substr(1, uri.size() - 2);
  return std::string(uri);
}

std::optional<std::uint64_t> number_in(std::optional<std::string_view> text) {
  std::uint64_t number = 0;
  if (!text || text->empty()) return std::nullopt;
  const auto parsed = std::from_chars(text->data(), text->data() + text->size(), number);
  if (parsed.ec != std::errc{} || parsed.ptr != text->data() + text->size()) return std::nullopt;
  return number;
}

/// A record whose header is read and whose block comes next.
struct Record {
  HeaderFields fields;
  std::uint64_t block_left = 0;
  std::uint64_t position = 0;

  [[nodiscard]] std::string_view type() const { return fields.find("WARC-Type").value_or(""); }
  [[nodiscard]] std::string uri() const { return without_brackets(fields.find("WARC-Target-URI").value_or("")); }
  [[nodiscard]] bool may_hold_page() const {
    const auto content = media_type(fields.find("Content-Type").value_or(""));
    if (type() == "response") return content != "text/dns";
    return type() == "resource" && may_be_page(content) && is_http_url(uri());
  }
};

class WarcReader : public PageStream {
 public:
  WarcReader(BufferedReader reader, Source source, const ReadOptions& options)
      : reader_(std::move(reader)), source_(std::move(source)), options_(options) {}

  std::optional<PageItem> next() override {
    while (!reader_.at_end()) {
      auto item = next_record();
      if (!item) continue;
      given_ = true;
      return item;
    }
    if (std::exchange(given_, true)) return std::nullopt;
    return failure({ErrorCode::not_html, "this archive holds no web page"});
  }

 private:
  /// The page of the next record, an error, or nothing.
  std::optional<PageItem> next_record() {
    skip_blank_lines();
    Record record;
    record.position = reader_.position();
    if (reader_.peek(1).empty()) return stream_failure();
    if (!opens_record()) {
      skip_to_record();
      return broken(record, "no record begins here");
    }
    read_line();
    auto fields = read_header();
    const auto length = fields ? number_in(fields->find("Content-Length")) : std::nullopt;
    if (!length) return broken(record, "its header is damaged");
    record.fields = std::move(*fields);
    record.block_left = *length;
    auto item = record.may_hold_page() ? read_page(record) : std::nullopt;
    record.block_left -= reader_.skip(record.block_left);
    if (record.block_left > 0 && !item) return broken(record, "it is cut off");
    return item;
  }

  [[nodiscard]] bool opens_record() { return reader_.peek(5).starts_with("WARC/"); }

  void skip_blank_lines() {
    for (auto ahead = reader_.peek(1); ahead.starts_with('\r') || ahead.starts_with('\n'); ahead = reader_.peek(1)) {
      reader_.take(1);
    }
  }

  void skip_to_record() {
    while (!reader_.peek(1).empty() && !opens_record()) {
      const auto line = reader_.read_until('\n', kMaxHeaderLine);
      if (!line) continue;  // it was long, and is taken
    }
  }

  std::optional<std::string> read_line() {
    auto line = reader_.read_until('\n', kMaxHeaderLine);
    if (!line) return std::nullopt;
    if (line->ends_with('\r')) line->pop_back();
    return std::move(*line);
  }

  std::optional<HeaderFields> read_header() {
    std::string block;
    while (block.size() < kMaxHeaderBytes && !reader_.peek(1).empty()) {
      const auto line = read_line();
      if (!line) return std::nullopt;
      if (line->empty()) return HeaderFields(block);
      block.append(*line).append("\n");
    }
    return std::nullopt;
  }

  std::optional<PageItem> read_page(Record& record) {
    const auto block_begin = reader_.position();
    HeaderFields http;
    if (record.type() == "response") {
      const int status = status_of(read_line().value_or(""));
      http = read_header().value_or(HeaderFields());
      const auto used = reader_.position() - block_begin;
      if (used > record.block_left) return broken(record, "its HTTP header is damaged");
      record.block_left -= used;
      const bool is_page = status / 100 == 2 && may_be_page(http.find("Content-Type").value_or(""));
      if (!is_page) return std::nullopt;
    }
    return page_of(record, http);
  }

  PageItem page_of(Record& record, const HeaderFields& http) {
    Source source = source_of(record, http);
    std::string name = source.name;
    if (record.block_left > options_.max_bytes + kTransferOverhead) return {std::move(name), too_large()};
    std::string body = reader_.read(static_cast<std::size_t>(record.block_left));
    const bool whole = body.size() == record.block_left;
    record.block_left -= body.size();
    if (!whole) {
      record.block_left = 0;
      return {std::move(name), cut_off()};
    }
    return {std::move(name), decoded_page(std::move(body), http, std::move(source))};
  }

  Result<LoadedPage> decoded_page(std::string body, const HeaderFields& http, Source source) const {
    if (contains_ignoring_case(http.joined("Transfer-Encoding"), "chunked")) body = undo_chunks(std::move(body));
    auto page = undo_content_coding(std::move(body), http.joined("Content-Encoding"), options_.max_bytes);
    if (!page) return page.error();
    if (page->size() > options_.max_bytes) return too_large();
    return checked_page(std::move(*page), std::move(source));
  }

  [[nodiscard]] Source source_of(const Record& record, const HeaderFields& http) const {
    Source source = source_;
    const std::string uri = record.uri();
    source.name = uri.empty() ? source.name + "#" + std::to_string(record.position) : uri;
    if (is_http_url(uri)) source.url = uri;
    const auto type = record.type() == "response" ? http.find("Content-Type") : record.fields.find("Content-Type");
    if (type) source.content_type = std::string(*type);
    const auto date = record.fields.find("WARC-Date").value_or("");
    constexpr std::size_t kDayLength = 10;
    if (date.size() >= kDayLength) source.fetched = std::string(date.substr(0, kDayLength));
    return source;
  }

  [[nodiscard]] Error too_large() const {
    return {ErrorCode::too_large, "the page has more than " + std::to_string(options_.max_bytes) + " bytes"};
  }

  Error cut_off() {
    if (auto error = reader_.take_error()) return *error;
    return {ErrorCode::unreadable, "the record is cut off"};
  }

  PageItem failure(Error error) const { return {source_.name, std::move(error)}; }

  /// Damage that was met between records.
  std::optional<PageItem> stream_failure() {
    auto error = reader_.take_error();
    if (!error) return std::nullopt;
    return failure(std::move(*error));
  }

  /// An error at a place of the archive. The stream's own error says more than ours, if there is one.
  PageItem broken(const Record& record, std::string_view how) {
    const auto error = reader_.take_error();
    return failure(
        {ErrorCode::unreadable, "damaged record at byte " + std::to_string(record.position) +
                                    " of the unpacked archive: " + (error ? error->message : std::string(how))});
  }

  BufferedReader reader_;
  Source source_;
  ReadOptions options_;
  bool given_ = false;
};

}  // namespace

bool knows_warc(std::string_view beginning) { return beginning.starts_with("WARC/"); }

std::unique_ptr<PageStream> warc_pages(BufferedReader reader, Source source, const ReadOptions& options) {
  return std::make_unique<WarcReader>(std::move(reader), std::move(source), options);
}

}  // namespace klartext
