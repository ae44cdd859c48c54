// gzip and zstd are known by their first bytes and left to the unpacker; deflate and brotli have no such mark and are
// undone here, because the header says so.
#include "input/content_coding.h"

#include <brotli/decode.h>
#include <zlib.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <memory>
#include <optional>

#include "base/text.h"
#include "input/byte_stream.h"
#include "input/unpack.h"

namespace klartext {
namespace {

constexpr std::size_t kPieceBytes = 65536;

Error too_large(std::size_t limit) {
  return {ErrorCode::too_large, "expands to more than " + std::to_string(limit) + " bytes"};
}

Error damaged() { return {ErrorCode::unreadable, "the compressed body is damaged"}; }

struct Inflater {
  explicit Inflater(int window_bits) { ready = inflateInit2(&state, window_bits) == Z_OK; }
  ~Inflater() { inflateEnd(&state); }
  Inflater(const Inflater&) = delete;
  Inflater& operator=(const Inflater&) = delete;
  z_stream state = {};
  bool ready = false;
};

Result<std::string> inflate_all(const std::string& body, int window_bits, std::size_t limit) {
  Inflater inflater(window_bits);
  if (!inflater.ready) return damaged();
  inflater.state.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(body.data()));  // zlib only reads
  inflater.state.avail_in = static_cast<uInt>(body.size());
  std::string out;
  std::array<char, kPieceBytes> piece;
  for (int status = Z_OK; status != Z_STREAM_END;) {
    inflater.state.next_out = reinterpret_cast<Bytef*>(piece.data());
    inflater.state.avail_out = static_cast<uInt>(piece.size());
    status = inflate(&inflater.state, Z_NO_FLUSH);
    const std::size_t made = piece.size() - inflater.state.avail_out;
    if (status != Z_OK && status != Z_STREAM_END) return damaged();
    if (made > limit - out.size()) return too_large(limit);
    out.append(piece.data(), made);
  }
  return out;
}

/// "deflate" is the zlib format by the standard and the raw one by habit.
Result<std::string> undo_deflate(const std::string& body, std::size_t limit) {
  auto text = inflate_all(body, 15, limit);
  return text.ok() || text.error().code == ErrorCode::too_large ? text : inflate_all(body, -15, limit);
}

struct BrotliDeleter {
  void operator()(BrotliDecoderState* state) const { BrotliDecoderDestroyInstance(state); }
};

Result<std::string> undo_brotli(const std::string& body, std::size_t limit) {
  const std::unique_ptr<BrotliDecoderState, BrotliDeleter> state(
      BrotliDecoderCreateInstance(nullptr, nullptr, nullptr));
  std::string out;
  std::array<std::uint8_t, kPieceBytes> piece;
  auto in_left = body.size();
  const auto* in = reinterpret_cast<const std::uint8_t*>(body.data());
  auto status = BROTLI_DECODER_RESULT_NEEDS_MORE_OUTPUT;
  while (status == BROTLI_DECODER_RESULT_NEEDS_MORE_OUTPUT) {
    auto room = piece.size();
    auto* end = piece.data();
    status = BrotliDecoderDecompressStream(state.get(), &in_left, &in, &room, &end, nullptr);
    const std::size_t made = piece.size() - room;
    if (made > limit - out.size()) return too_large(limit);
    out.append(reinterpret_cast<const char*>(piece.data()), made);
  }
  return status == BROTLI_DECODER_RESULT_SUCCESS ? Result<std::string>(std::move(out)) : damaged();
}

Result<std::string> undo_marked(const std::string& body, std::size_t limit) {
  return BufferedReader(unpacked(stream_of(body))).read_all(limit);
}

struct Coding {
  std::string_view name;
  Result<std::string> (*undo)(const std::string&, std::size_t);
  bool marked;  ///< known by its first bytes, so that a header without a coded body does no harm
};

constexpr std::array kCodings = std::to_array<Coding>({
    {"gzip", undo_marked, true},
    {"x-gzip", undo_marked, true},
    {"zstd", undo_marked, true},
    {"deflate", undo_deflate, false},
    {"br", undo_brotli, false},
});

/// What an uncompressed page begins with.
bool looks_like_markup(std::string_view body) {
  const auto text = trim(body.substr(0, 64));
  return text.starts_with('<') || text.starts_with("\xEF\xBB\xBF");
}

/// Length of the chunk whose size line begins at `at`, which is moved behind the line; nullopt if that is none.
std::optional<std::size_t> chunk_length(std::string_view body, std::size_t& at) {
  const auto line_end = body.find('\n', at);
  if (line_end == std::string_view::npos) return std::nullopt;
  const auto line = trim(body.substr(at, line_end - at));
  std::size_t length = 0;
  const auto parsed = std::from_chars(line.data(), line.data() + line.size(), length, 16);
  const bool sound =
      parsed.ec == std::errc{} && (parsed.ptr == line.data() + line.size() || *parsed.ptr == ';' || *parsed.ptr == ' ');
  if (!sound) return std::nullopt;
  at = line_end + 1;
  return length;
}

int base64_value(char c) {
  constexpr std::string_view kDigits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  const auto at = kDigits.find(c);
  return at == std::string_view::npos ? -1 : static_cast<int>(at);
}

std::string undo_base64(std::string_view body) {
  std::string out;
  out.reserve(body.size() * 3 / 4);
  std::uint32_t bits = 0;
  int count = 0;
  for (const char c : body) {
    const int value = base64_value(c);
    if (value < 0) continue;
    bits = bits << 6U | static_cast<std::uint32_t>(value);
    count += 6;
    if (count < 8) continue;
    count -= 8;
    out.push_back(static_cast<char>(bits >> static_cast<unsigned>(count) & 0xFFU));
  }
  return out;
}

std::optional<char> quoted_byte(std::string_view two_digits) {
  unsigned value = 0;
  const auto* end = two_digits.data() + two_digits.size();
  const auto parsed = std::from_chars(two_digits.data(), end, value, 16);
  if (two_digits.size() != 2 || parsed.ec != std::errc{} || parsed.ptr != end) return std::nullopt;
  return static_cast<char>(value);
}

std::string undo_quoted_printable(std::string_view body) {
  std::string out;
  out.reserve(body.size());
  std::size_t at = 0;
  while (at < body.size()) {
    const auto sign = std::min(body.find('=', at), body.size());
    out.append(body.substr(at, sign - at));
    at = sign + 1;
    if (sign == body.size()) break;
    const auto rest = body.substr(at);
    if (const auto byte = quoted_byte(rest.substr(0, 2))) {
      out.push_back(*byte);
      at += 2;
    } else if (rest.starts_with("\r\n") || rest.starts_with('\n')) {
      at += rest.front() == '\r' ? 2 : 1;
    } else {
      out.push_back('=');
    }
  }
  return out;
}

}  // namespace

Result<std::string> undo_content_coding(std::string body, std::string_view content_encoding, std::size_t limit) {
  const std::string lowered = lower_ascii(content_encoding);
  const auto names = split(lowered, ",");
  for (auto name = names.rbegin(); name != names.rend(); ++name) {
    const auto* coding = std::find_if(kCodings.begin(), kCodings.end(), [&](const auto& c) { return c.name == *name; });
    if (coding == kCodings.end() || (!coding->marked && looks_like_markup(body))) continue;
    auto text = coding->undo(body, limit);
    if (!text) return text.error();
    body = std::move(*text);
  }
  return body;
}

std::string undo_chunks(std::string body) {
  std::string out;
  std::size_t at = 0;
  auto length = chunk_length(body, at);
  if (!length) return body;
  while (length && *length > 0) {
    out.append(body, std::min(at, body.size()), *length);
    at += std::min(*length, body.size() - std::min(at, body.size()));
    at = body.find('\n', at);
    if (at == std::string::npos) break;
    ++at;
    length = chunk_length(body, at);
  }
  return out;
}

std::string undo_transfer_coding(std::string_view body, std::string_view transfer_encoding) {
  const auto name = trim(transfer_encoding);
  if (equals_ignoring_case(name, "quoted-printable")) return undo_quoted_printable(body);
  if (equals_ignoring_case(name, "base64")) return undo_base64(body);
  return std::string(body);
}

}  // namespace klartext
