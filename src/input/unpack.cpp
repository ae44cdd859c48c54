// One class a library, one row of `kUnpackers` each. Damage inside a gzip member is reported and the next member looked
// for: archives of pages are files of many small members.
#include "input/unpack.h"

#include <zlib.h>
#include <zstd.h>

#include <algorithm>
#include <array>
#include <string_view>
#include <vector>

namespace klartext {
namespace {

constexpr std::string_view kGzipMagic = "\x1F\x8B\x08";
constexpr std::string_view kZstdMagic = "\x28\xB5\x2F\xFD";

/// A file may begin with a frame to be skipped: 16 magic numbers that differ in their first byte.
constexpr std::string_view kSkippableMagic = "\x2A\x4D\x18";
constexpr unsigned char kFirstSkippable = 0x50;
constexpr unsigned char kLastSkippable = 0x5F;

/// That of the frame in which archives (.warc.zst) carry the dictionary of all others.
constexpr std::string_view kDictionaryMagic = "\x5D\x2A\x4D\x18";

/// The dictionaries of archives have a few hundred kilobytes.
constexpr std::size_t kMaxDictionaryBytes = std::size_t{32} << 20U;

bool opens_gzip(std::string_view beginning) { return beginning.starts_with(kGzipMagic); }

bool opens_zstd(std::string_view beginning) {
  if (beginning.starts_with(kZstdMagic)) return true;
  if (beginning.empty() || !beginning.substr(1).starts_with(kSkippableMagic)) return false;
  const auto first = static_cast<unsigned char>(beginning.front());
  return first >= kFirstSkippable && first <= kLastSkippable;
}

/// Four bytes, the lowest first.
std::size_t little_endian(std::string_view bytes) {
  std::size_t number = 0;
  for (std::size_t i = bytes.size(); i > 0; --i) number = number << 8U | static_cast<unsigned char>(bytes[i - 1]);
  return number;
}

/// A dictionary as it is stored: plain, or packed itself. Empty if it is damaged or too large.
std::string unpacked_dictionary(std::string stored) {
  if (!stored.starts_with(kZstdMagic)) return stored;
  const auto size = ZSTD_getFrameContentSize(stored.data(), stored.size());
  const bool is_known = size != ZSTD_CONTENTSIZE_UNKNOWN && size != ZSTD_CONTENTSIZE_ERROR;
  std::string dictionary(is_known ? std::min<std::size_t>(size, kMaxDictionaryBytes) : kMaxDictionaryBytes, '\0');
  const auto made = ZSTD_decompress(dictionary.data(), dictionary.size(), stored.data(), stored.size());
  dictionary.resize(ZSTD_isError(made) != 0 ? 0 : made);
  return dictionary;
}

Error damaged(std::string_view kind, std::string_view how) {
  return {ErrorCode::unreadable, "the " + std::string(kind) + " data is " + std::string(how)};
}

class GzipStream : public ByteStream {
 public:
  explicit GzipStream(std::unique_ptr<ByteStream> packed) : packed_(std::move(packed)) {
    constexpr int kGzipWindow = 15 + 16;
    ready_ = inflateInit2(&inflater_, kGzipWindow) == Z_OK;
  }
  ~GzipStream() override { inflateEnd(&inflater_); }
  GzipStream(const GzipStream&) = delete;
  GzipStream& operator=(const GzipStream&) = delete;

  Result<std::size_t> read(std::span<char> room) override {
    if (!ready_) return Error{ErrorCode::internal, "zlib cannot be started"};
    while (in_member_ || start_member()) {
      if (std::exchange(skipped_, false)) return damaged("gzip", "damaged");
      const auto piece = packed_.peek(1);
      if (piece.empty()) return cut_off();
      const auto made = inflate_piece(piece, room);
      if (!made.ok() || *made > 0) return made;
    }
    // Behind a single member other programs leave all kinds of things; where there were several, one is lost.
    if (std::exchange(skipped_, false) && members_ > 1) return damaged("gzip", "damaged");
    return std::size_t{0};
  }

 private:
  /// Looks for the next member, past zeros (padding) and past what is none: `skipped_`.
  bool start_member() {
    while (!packed_.peek(kGzipMagic.size()).starts_with(kGzipMagic)) {
      const auto rest = packed_.peek(1);
      if (rest.empty()) return false;
      skipped_ = skipped_ || (!resynchronise_ && rest.front() != '\0');
      packed_.take(rest.front() == '\0' ? 1 : std::min(rest.find(kGzipMagic.front(), 1), rest.size()));
    }
    resynchronise_ = false;
    in_member_ = true;
    ++members_;
    inflateReset(&inflater_);
    return true;
  }

  Result<std::size_t> inflate_piece(std::string_view piece, std::span<char> room) {
    inflater_.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(piece.data()));  // zlib only reads
    inflater_.avail_in = static_cast<uInt>(piece.size());
    inflater_.next_out = reinterpret_cast<Bytef*>(room.data());
    inflater_.avail_out = static_cast<uInt>(std::min<std::size_t>(room.size(), 1U << 30U));
    const auto room_before = inflater_.avail_out;
    const int status = inflate(&inflater_, Z_NO_FLUSH);
    packed_.take(piece.size() - inflater_.avail_in);
    if (status == Z_STREAM_END) in_member_ = false;
    const std::size_t made = room_before - inflater_.avail_out;
    if (status == Z_OK || status == Z_STREAM_END || status == Z_BUF_ERROR || made > 0) return made;
    in_member_ = false;
    resynchronise_ = true;
    return damaged("gzip", "damaged");
  }

  Result<std::size_t> cut_off() {
    in_member_ = false;
    if (auto error = packed_.take_error()) return *error;
    return damaged("gzip", "cut off");
  }

  BufferedReader packed_;
  z_stream inflater_ = {};
  bool ready_ = false;
  bool in_member_ = false;
  bool resynchronise_ = false;  ///< damage has been reported, what follows belongs to it
  bool skipped_ = false;        ///< something that is no member
  std::uint64_t members_ = 0;
};

struct ZstdDeleter {
  void operator()(ZSTD_DCtx* context) const { ZSTD_freeDCtx(context); }
};

class ZstdStream : public ByteStream {
 public:
  explicit ZstdStream(std::unique_ptr<ByteStream> packed) : packed_(std::move(packed)), context_(ZSTD_createDCtx()) {}

  Result<std::size_t> read(std::span<char> room) override {
    if (packed_.position() == 0 && !load_dictionary()) return give_up("damaged");
    while (!ended_) {
      const auto piece = packed_.peek(1);
      if (piece.empty() && !in_frame_) break;
      ZSTD_inBuffer in = {piece.data(), piece.size(), 0};
      ZSTD_outBuffer out = {room.data(), room.size(), 0};
      const std::size_t status = ZSTD_decompressStream(context_.get(), &out, &in);
      packed_.take(in.pos);
      if (ZSTD_isError(status) != 0) return give_up("damaged");
      in_frame_ = status != 0;
      if (out.pos > 0) return out.pos;
      if (piece.empty()) return give_up("cut off");
    }
    return std::size_t{0};
  }

 private:
  /// True if there is none.
  bool load_dictionary() {
    constexpr std::size_t kHeaderBytes = 8;  // magic and size
    const std::string header(packed_.peek(kHeaderBytes).substr(0, kHeaderBytes));
    if (!header.starts_with(kDictionaryMagic)) return true;
    const std::size_t size = little_endian(std::string_view(header).substr(kDictionaryMagic.size()));
    packed_.take(header.size());
    if (size > kMaxDictionaryBytes) return false;
    std::string stored = packed_.read(size);
    if (stored.size() != size) return false;
    const std::string dictionary = unpacked_dictionary(std::move(stored));
    return !dictionary.empty() &&
           ZSTD_isError(ZSTD_DCtx_loadDictionary(context_.get(), dictionary.data(), dictionary.size())) == 0;
  }

  Error give_up(std::string_view how) {
    ended_ = true;
    if (auto error = packed_.take_error()) return *error;
    return damaged("zstd", how);
  }

  BufferedReader packed_;
  std::unique_ptr<ZSTD_DCtx, ZstdDeleter> context_;
  bool in_frame_ = false;
  bool ended_ = false;
};

template <class Stream>
std::unique_ptr<ByteStream> make(std::unique_ptr<ByteStream> packed) {
  return std::make_unique<Stream>(std::move(packed));
}

struct Unpacker {
  bool (*opens)(std::string_view beginning);
  std::unique_ptr<ByteStream> (*make)(std::unique_ptr<ByteStream>);
};

constexpr std::array<Unpacker, 2> kUnpackers = {{
    {opens_gzip, make<GzipStream>},
    {opens_zstd, make<ZstdStream>},
}};

/// A page is packed once, a folder of packed pages twice; more is an attack.
constexpr int kMaxLayers = 3;

}  // namespace

std::unique_ptr<ByteStream> unpacked(std::unique_ptr<ByteStream> stream) {
  for (int layer = 0; layer < kMaxLayers; ++layer) {
    BufferedReader reader(std::move(stream));
    const auto beginning = reader.peek(kZstdMagic.size());
    const auto* row = std::find_if(kUnpackers.begin(), kUnpackers.end(),
                                   [&](const auto& unpacker) { return unpacker.opens(beginning); });
    const auto make_unpacker = row == kUnpackers.end() ? nullptr : row->make;
    stream = std::move(reader).into_stream();
    if (make_unpacker == nullptr) break;
    stream = make_unpacker(std::move(stream));
  }
  return stream;
}

}  // namespace klartext
