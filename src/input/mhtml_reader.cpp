// MHTML (RFC 2557): a page with its pictures as one multipart mail, as browsers save it. The first HTML part is the
// page; the others (pictures, styles, frames) are passed over without being kept.
#include <algorithm>

#include "base/date.h"
#include "base/text.h"
#include "base/url.h"
#include "input/content_coding.h"
#include "input/header_fields.h"
#include "input/readers.h"

namespace klartext {
namespace {

/// Quoted-printable makes three bytes of one.
constexpr std::size_t kTransferExpansion = 4;

bool is_html(const HeaderFields& fields) {
  const auto type = media_type(fields.find("Content-Type").value_or(""));
  return type == "text/html" || type == "application/xhtml+xml";
}

std::string without_line_end(std::string line) {
  if (line.ends_with('\r')) line.pop_back();
  return line;
}

class MhtmlReader {
 public:
  MhtmlReader(BufferedReader reader, Source source, std::size_t max_bytes)
      : reader_(std::move(reader)), source_(std::move(source)), max_bytes_(max_bytes) {}

  Result<LoadedPage> page() {
    const HeaderFields mail = headers();
    learn_from(mail);
    const std::string boundary = header_parameter(mail.find("Content-Type").value_or(""), "boundary");
    if (boundary.empty() && is_html(mail)) return part(mail);
    delimiter_ = "--" + boundary;
    while (skip_to_delimiter()) {
      const HeaderFields fields = headers();
      overlong_ = false;
      if (is_html(fields)) return part(fields);
    }
    if (auto error = reader_.take_error()) return *error;
    return Error{ErrorCode::not_html, "this MHTML file holds no web page"};
  }

 private:
  std::string line() {
    auto line = reader_.read_until('\n', max_bytes_ * kTransferExpansion);
    overlong_ = overlong_ || !line.ok();
    return line.ok() ? without_line_end(std::move(*line)) : std::string();
  }

  HeaderFields headers() {
    std::string block;
    while (!reader_.at_end() && block.size() < kBeginningBytes * 16) {
      const std::string text = line();
      if (text.empty()) break;
      block.append(text).append("\n");
    }
    return HeaderFields(block);
  }

  [[nodiscard]] bool is_delimiter(std::string_view text) const {
    if (delimiter_.empty() || !text.starts_with(delimiter_)) return false;
    const auto rest = trim(text.substr(delimiter_.size()));
    return rest.empty() || rest == "--";
  }

  bool skip_to_delimiter() {
    while (!reader_.peek(1).empty()) {
      if (is_delimiter(line())) return true;
    }
    return false;
  }

  void learn_from(const HeaderFields& fields) {
    for (const auto* name : {"Snapshot-Content-Location", "Content-Location"}) {
      const auto address = fields.find(name);
      if (!source_.url && address && is_http_url(*address)) source_.url = *address;
    }
    const auto date = parse_date(fields.find("Date").value_or(""));
    if (!source_.fetched && date) source_.fetched = date->iso_day();
  }

  Result<LoadedPage> part(const HeaderFields& fields) {
    learn_from(fields);
    std::string body;
    bool whole = delimiter_.empty();
    while (!reader_.peek(1).empty()) {
      const std::string text = line();
      if (is_delimiter(text)) {
        whole = true;
        break;
      }
      body.append(text).append("\r\n");
      if (overlong_ || body.size() / kTransferExpansion > max_bytes_) return too_large();
    }
    body = undo_transfer_coding(body, fields.find("Content-Transfer-Encoding").value_or(""));
    if (body.size() > max_bytes_) return too_large();
    if (!whole && !contains_ignoring_case(body, "</html")) return cut_off();
    if (const auto type = fields.find("Content-Type")) source_.content_type = *type;
    return checked_page(std::move(body), std::move(source_));
  }

  /// No delimiter came behind the page, nor was its end in it.
  Error cut_off() {
    if (auto error = reader_.take_error()) return *error;
    return {ErrorCode::unreadable, "this MHTML file is cut off in the middle of its page"};
  }

  [[nodiscard]] Error too_large() const {
    return {ErrorCode::too_large, "the page in it has more than " + std::to_string(max_bytes_) + " bytes"};
  }

  BufferedReader reader_;
  Source source_;
  std::size_t max_bytes_;
  std::string delimiter_;
  bool overlong_ = false;  ///< a line of the page did not fit
};

}  // namespace

bool knows_mhtml(std::string_view beginning) {
  const HeaderFields fields(beginning.substr(0, beginning.find("\n\n")));
  const bool opens_with_field = !fields.all().empty() && beginning.starts_with(fields.all().front().first + ":");
  return opens_with_field && fields.find("MIME-Version") && fields.find("Content-Type");
}

std::unique_ptr<PageStream> mhtml_page(BufferedReader reader, Source source, const ReadOptions& options) {
  std::string name = source.name;
  auto page = MhtmlReader(std::move(reader), std::move(source), options.max_bytes).page();
  return single_page({std::move(name), std::move(page)});
}

}  // namespace klartext
