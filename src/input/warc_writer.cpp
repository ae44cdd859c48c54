#include "input/warc_writer.h"

#include <sys/stat.h>
#include <unistd.h>
#include <zlib.h>

#include <array>
#include <cerrno>
#include <random>

#include "base/text.h"
#include "input/byte_stream.h"
#include "input/warc_rescue.h"

namespace klartext {
namespace {

/// The size that the WARC guidelines recommend for a file.
constexpr long kMaxFileBytes = 1L << 30U;

/// A random UUID (version 4) as a URN.
std::string record_id() {
  std::random_device random;
  std::array<char, 40> text{};
  const unsigned a = random();
  const unsigned b = random();
  const unsigned c = random();
  const unsigned d = random();
  const int length = std::snprintf(text.data(), text.size(), "%08x-%04x-4%03x-%04x-%04x%08x", a, b >> 16U, b & 0xFFFU,
                                   (c >> 16U & 0x3FFFU) | 0x8000U, c & 0xFFFFU, d);
  return "<urn:uuid:" + std::string(text.data(), static_cast<std::size_t>(length)) + ">";
}

std::string gzipped(const std::string& bytes) {
  constexpr int kGzipWindow = 15 + 16;
  z_stream state = {};
  if (deflateInit2(&state, Z_DEFAULT_COMPRESSION, Z_DEFLATED, kGzipWindow, 8, Z_DEFAULT_STRATEGY) != Z_OK) return {};
  std::string out(deflateBound(&state, bytes.size()), '\0');
  state.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));  // zlib only reads
  state.avail_in = static_cast<uInt>(bytes.size());
  state.next_out = reinterpret_cast<Bytef*>(out.data());
  state.avail_out = static_cast<uInt>(out.size());
  deflate(&state, Z_FINISH);
  out.resize(state.total_out);
  deflateEnd(&state);
  return out;
}

std::string record(const std::string& fields, const std::string& block) {
  return gzipped("WARC/1.1\r\n" + fields + "Content-Length: " + std::to_string(block.size()) + "\r\n\r\n" + block +
                 "\r\n\r\n");
}

std::string head(std::string_view type, const std::string& id, Timestamp time) {
  return "WARC-Type: " + std::string(type) + "\r\nWARC-Record-ID: " + id + "\r\nWARC-Date: " + iso_timestamp(time) +
         "\r\n";
}

/// Whether a field speaks of the body as it was on the wire. What is archived is no longer chunked.
bool is_outdated(std::string_view name, const Exchange& exchange) {
  if (equals_ignoring_case(name, "Transfer-Encoding")) return true;
  const bool is_of_packed =
      equals_ignoring_case(name, "Content-Encoding") || equals_ignoring_case(name, "Content-Length");
  return exchange.unpacked && is_of_packed;
}

/// The header block as HTTP/1.1, which readers of archives understand.
std::string archived_headers(const Exchange& exchange) {
  std::string block = "HTTP/1.1 " + std::to_string(exchange.answer.status) + "\r\n";
  for (const auto& [name, value] : exchange.answer.fields.all()) {
    block.append(is_outdated(name, exchange) ? "X-Archive-Orig-" : "")
        .append(name)
        .append(": ")
        .append(value)
        .append("\r\n");
  }
  return block + "\r\n";
}

std::string response_record(const Exchange& exchange, const std::string& id) {
  return record(head("response", id, exchange.received) + "WARC-Target-URI: " + exchange.answer.url +
                    "\r\nContent-Type: application/http; msgtype=response\r\n",
                archived_headers(exchange) + exchange.answer.body);
}

std::string request_record(const Exchange& exchange, const std::string& response_id) {
  return record(head("request", record_id(), exchange.received) + "WARC-Target-URI: " + exchange.answer.url +
                    "\r\nWARC-Concurrent-To: " + response_id +
                    "\r\nContent-Type: application/http; msgtype=request\r\n",
                exchange.request);
}

std::string info_record(const std::string& software) {
  return record(head("warcinfo", record_id(), now_in_seconds()) + "Content-Type: application/warc-fields\r\n",
                "software: " + software + "\r\nformat: WARC File Format 1.1\r\n");
}

Error refused(const std::string& what) {
  return {ErrorCode::unreadable, "the archive " + what + " cannot be written: " + system_error(errno).message};
}

Error cannot(const std::string& be_what, const std::string& folder) {
  return {ErrorCode::unreadable,
          "the folder " + folder + " for archives cannot be " + be_what + ": " + system_error(errno).message};
}

}  // namespace

WarcWriter::WarcWriter(std::string folder, std::string software)
    : folder_(std::move(folder)), software_(std::move(software)) {}
WarcWriter::WarcWriter(WarcWriter&&) noexcept = default;
WarcWriter::~WarcWriter() { complete_file(); }

std::optional<Error> WarcWriter::prepare(const std::string& folder) {
  if (mkdir(folder.c_str(), 0777) != 0 && errno != EEXIST) return cannot("made", folder);
  if (access((folder + "/").c_str(), W_OK | X_OK) != 0) return cannot("used", folder);
  return std::nullopt;
}

Result<WarcWriter> WarcWriter::open(std::string folder, std::string software) {
  if (auto error = prepare(folder)) return std::move(*error);
  complete_left_archives(folder);
  WarcWriter writer(std::move(folder), std::move(software));
  if (auto error = writer.next_file()) return std::move(*error);
  return writer;
}

/// Opens a file under a name that nothing has. False if the disk refuses.
bool WarcWriter::open_new_file() {
  std::string digits;
  for (const char c : iso_timestamp(now_in_seconds())) {
    if (c >= '0' && c <= '9') digits.push_back(c);
  }
  const std::string begin = folder_ + "/klartext-" + digits + "-" + std::to_string(getpid()) + "-";
  do {  // until no other run took the new file for one that was left behind
    path_ = begin + std::to_string(serial_++) + ".warc.gz";
    file_.reset(std::fopen((path_ + std::string(kOpenSuffix)).c_str(), "wbxe"));
  } while (file_ && !lock_archive(fileno(file_.get())));
  return file_ != nullptr;
}

std::optional<Error> WarcWriter::next_file() {
  complete_file();
  size_ = 0;
  if (!open_new_file()) return refused(path_);
  return append(info_record(software_));
}

std::optional<Error> WarcWriter::append(const std::string& record) {
  const bool written =
      std::fwrite(record.data(), 1, record.size(), file_.get()) == record.size() && std::fflush(file_.get()) == 0;
  if (written) {
    size_ += static_cast<long>(record.size());
    return std::nullopt;
  }
  auto error = refused(path_);
  std::clearerr(file_.get());
  if (ftruncate(fileno(file_.get()), size_) == 0) std::fseek(file_.get(), size_, SEEK_SET);
  return error;
}

std::optional<Error> WarcWriter::write(const Exchange& exchange) {
  if (size_ > kMaxFileBytes) {
    if (auto error = next_file()) return error;
  }
  const std::string id = record_id();
  const std::string request = exchange.request.empty() ? std::string() : request_record(exchange, id);
  return append(request + response_record(exchange, id));
}

void WarcWriter::complete_file() {
  if (!file_) return;
  std::rename((path_ + std::string(kOpenSuffix)).c_str(), path_.c_str());  // before the lock goes with the file
  file_.reset();
}

}  // namespace klartext
