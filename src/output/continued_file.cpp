// A file of records that is gone on with: `-o FILE --resume`.
//
// The file itself says what is done. Each line begins with its source, so a run that resumes reads the lines that are
// there, in FILE.part (left by a run that was stopped or killed) and in FILE (left by one that came to its end), and
// takes them for the inputs of that name instead of making them again. Whatever has no line is done: what failed
// before, what is new in the list. Nothing else has to be kept, so nothing else can be lost or contradict the file, and
// a list that has changed in the meantime is no special case. A journal beside the file would resume the other formats
// as well; it would also have to survive what the file survives, and could not go on from a FILE alone.
//
// New records are appended to FILE.part: a kill at any moment loses nothing that was written, as nothing that was
// written is touched. At the end the records may lie in another order than that of the inputs (what failed the first
// time comes last), or in both files, or be of inputs that are no longer asked for. Then, and only then, they are
// copied in order into a third file, which takes FILE's name. So FILE always ends as one undisturbed run would have
// left it.
//
// Memory: 24 bytes for each record that is there, and one range for each run of records that stay where they are.
//
// The n-th record of a source belongs to the n-th input of that name. What is left out: if two captures of one address
// stand in archives and the first gave no article, the record of the second is taken for the first. And a name that is
// not UTF-8 cannot be found again by what JSON can say of it: such an input is done anew.
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <mutex>
#include <utility>
#include <vector>

#include "base/stable_hash.h"
#include "base/text.h"
#include "output/record_store.h"

namespace klartext {
namespace {

constexpr std::size_t kBlockBytes = std::size_t{256} << 10U;
constexpr std::string_view kAssembledSuffix = ".part.sorted";
constexpr std::string_view kSourceKey = R"({"source":")";
constexpr std::string_view kErrorKey = R"(,"error":{"code":)";

/// `{"source":"…"` of a line, the string's end included; empty if the line does not begin like that.
std::string_view beginning_of(std::string_view line) {
  if (!line.starts_with(kSourceKey)) return {};
  std::size_t at = kSourceKey.size();
  while (at < line.size() && line[at] != '"') at += line[at] == '\\' ? 2 : 1;
  return at < line.size() ? line.substr(0, at + 1) : std::string_view{};
}

/// True for a record, false for the error of an input and for what is damaged.
bool is_record(std::string_view line, std::string_view beginning) {
  return !beginning.empty() && line.ends_with('}') && !line.substr(beginning.size()).starts_with(kErrorKey);
}

/// A file open for reading; closed at the end.
class ReadableFile {
 public:
  explicit ReadableFile(const std::string& path) : descriptor_(open(path.c_str(), O_RDONLY | O_CLOEXEC)) {}
  ~ReadableFile() {
    if (descriptor_ >= 0) close(descriptor_);
  }
  ReadableFile(const ReadableFile&) = delete;
  ReadableFile& operator=(const ReadableFile&) = delete;
  [[nodiscard]] int descriptor() const { return descriptor_; }

 private:
  int descriptor_;
};

/// Up to `size` bytes at `offset`; fewer at the end of the file and where it cannot be read.
std::string read_at(int descriptor, std::uint64_t offset, std::size_t size) {
  std::string bytes(size, '\0');
  std::size_t filled = 0;
  while (filled < size) {
    const ssize_t count = pread(descriptor, bytes.data() + filled, size - filled, static_cast<off_t>(offset + filled));
    if (count < 0 && errno == EINTR) continue;
    if (count <= 0) break;
    filled += static_cast<std::size_t>(count);
  }
  bytes.resize(filled);
  return bytes;
}

/// Calls `line(offset, text)` for each line that ends; returns where the last of them ends.
template <class Line>
std::uint64_t for_each_line(int descriptor, Line line) {
  std::string pending;
  std::uint64_t begin = 0;  // of `pending`, in the file
  while (true) {
    const std::string block = read_at(descriptor, begin + pending.size(), kBlockBytes);
    if (block.empty()) return begin;
    std::size_t searched = pending.size();
    pending += block;
    std::size_t taken = 0;
    for (auto end = pending.find('\n', searched); end != std::string::npos; end = pending.find('\n', taken)) {
      line(begin + taken, std::string_view(pending).substr(taken, end - taken));
      taken = end + 1;
    }
    pending.erase(0, taken);
    begin += taken;
  }
}

/// False for a name that is not UTF-8: its record has U+FFFD where the bytes were, as has that of another such name.
/// Its record cannot be told from theirs, so it is made again.
bool can_be_told(std::string_view source) {
  constexpr std::string_view kReplacement = "\xEF\xBF\xBD";
  return is_valid_utf8(source) && source.find(kReplacement) == std::string_view::npos;
}

std::string read_problem(const std::string& path) {
  return "--resume: cannot read " + path + ": " + std::strerror(errno);
}

enum class Place : std::uint8_t { part, file };

/// Bytes of one of the two files, whole lines.
struct Range {
  Place place = Place::part;
  std::uint64_t offset = 0;
  std::uint64_t size = 0;
};

/// A record that is there. 24 bytes.
struct Entry {
  std::uint64_t hash = 0;  ///< of the line's beginning
  std::uint64_t offset = 0;
  std::uint32_t size = 0;
  Place place = Place::part;
  bool taken = false;
};

class ContinuedFile : public RecordStore {
 public:
  explicit ContinuedFile(AsideFile part) : part_(std::move(part)), file_(part_.target()) {
    const auto part_end = index(Place::part);
    part_.cut(part_end);
    index(Place::file);
    std::sort(entries_.begin(), entries_.end(), [](const Entry& a, const Entry& b) {
      return std::tie(a.hash, a.place, a.offset) < std::tie(b.hash, b.place, b.offset);
    });
    pass_over_copies();
    std::erase_if(entries_, [](const Entry& entry) { return entry.taken; });
  }

  std::optional<std::uint64_t> find(const std::string& source, const std::string&) override {
    if (!can_be_told(source)) return std::nullopt;
    const std::string beginning = record_beginning(source);
    const std::uint64_t hash = stable_hash(beginning);
    const std::lock_guard lock(mutex_);
    // Entries of one hash are taken from the first to the last, so those that are taken come before the others.
    auto entry = std::partition_point(entries_.begin(), entries_.end(),
                                      [hash](const Entry& e) { return e.hash < hash || (e.hash == hash && e.taken); });
    for (; entry != entries_.end() && entry->hash == hash; ++entry) {
      if (entry->taken || read_at(descriptor(entry->place), entry->offset, beginning.size()) != beginning) continue;
      entry->taken = true;
      return static_cast<std::uint64_t>(entry - entries_.begin());
    }
    return std::nullopt;
  }

  [[nodiscard]] bool finds_in_any_order() const override { return false; }

  std::optional<std::string> read(std::uint64_t earlier, const std::string&) override {
    const Entry& entry = entries_[earlier];
    return read_at(descriptor(entry.place), entry.offset, entry.size);
  }

  Written add(const Record& record) override {
    if (record.earlier) {
      const Entry& entry = entries_[*record.earlier];
      append_range({entry.place, entry.offset, entry.size});
      return Written::ok;
    }
    // Made anew although it may be there: a page of an archive that was read before its turn.
    if (!record.source.empty()) find(record.source, {});
    const std::uint64_t offset = part_.size();
    if (const int reason = part_.write(record.text); reason != 0) return failed(reason);
    append_range({Place::part, offset, record.text.size()});
    return Written::ok;
  }

  Written finish() override {
    if (is_all_of(Place::part, part_.size())) return told(part_.take_name());
    if (is_all_of(Place::file, file_bytes())) return Written::ok;  // nothing was to be done; the part goes
    return assemble();
  }

  std::string leave() override { return part_.leave(); }
  [[nodiscard]] const std::string& problem() const override { return problem_; }

 private:
  [[nodiscard]] int descriptor(Place place) const {
    return place == Place::part ? part_.descriptor() : file_.descriptor();
  }

  std::uint64_t index(Place place) {
    if (descriptor(place) < 0) return 0;
    return for_each_line(descriptor(place), [&](std::uint64_t offset, std::string_view line) {
      const std::string_view beginning = beginning_of(line);
      if (is_record(line, beginning) && line.size() < UINT32_MAX) {
        entries_.push_back({stable_hash(beginning), offset, static_cast<std::uint32_t>(line.size() + 1), place});
      }
    });
  }

  /// FILE.part began as a copy of FILE where both have a record: the n-th in the one is the n-th in the other.
  void pass_over_copies() {
    std::size_t in_part = 0;
    for (std::size_t i = 0; i < entries_.size(); ++i) {
      if (i > 0 && entries_[i].hash != entries_[i - 1].hash) in_part = 0;
      if (entries_[i].place == Place::part) {
        ++in_part;
      } else if (in_part > 0) {
        entries_[i].taken = true;
        --in_part;
      }
    }
  }

  void append_range(const Range& range) {
    if (!ranges_.empty()) {
      Range& last = ranges_.back();
      if (last.place == range.place && last.offset + last.size == range.offset) {
        last.size += range.size;
        return;
      }
    }
    ranges_.push_back(range);
  }

  /// The records in their order are that file as it is.
  [[nodiscard]] bool is_all_of(Place place, std::uint64_t size) const {
    if (ranges_.empty()) return size == 0 && descriptor(place) >= 0;
    const Range& first = ranges_.front();
    return ranges_.size() == 1 && first.place == place && first.offset == 0 && first.size == size;
  }

  [[nodiscard]] std::uint64_t file_bytes() const {
    struct stat status {};
    return fstat(file_.descriptor(), &status) == 0 ? static_cast<std::uint64_t>(status.st_size) : 0;
  }

  Written assemble() {
    auto whole = AsideFile::open(part_.target(), AsideFile::Content::none, kAssembledSuffix);
    if (!whole) {
      problem_ = whole.error().message;
      return Written::failed;
    }
    for (const Range& range : ranges_) {
      if (const int reason = copy(range, *whole); reason != 0) return failed(reason);
    }
    return told(whole->take_name());
  }

  int copy(const Range& range, AsideFile& to) const {
    for (std::uint64_t done = 0; done < range.size;) {
      const auto size = std::min<std::uint64_t>(kBlockBytes, range.size - done);
      const std::string block = read_at(descriptor(range.place), range.offset + done, size);
      if (block.empty()) return EIO;
      if (const int reason = to.write(block); reason != 0) return reason;
      done += block.size();
    }
    return 0;
  }

  Written told(int reason) { return reason == 0 ? Written::ok : failed(reason); }

  Written failed(int reason) {
    problem_ = write_problem(part_.target(), reason);
    return Written::failed;
  }

  AsideFile part_;
  ReadableFile file_;
  std::mutex mutex_;  ///< guards `taken` of the entries
  std::vector<Entry> entries_;
  std::vector<Range> ranges_;
  std::string problem_;
};

}  // namespace

Result<std::unique_ptr<RecordStore>> continued_file(const std::string& path) {
  if (exists_but_is_no_plain_file(path)) {
    return Error{ErrorCode::unreadable, "--resume: " + path + " is no plain file"};
  }
  if (access(path.c_str(), R_OK) != 0 && errno != ENOENT) return Error{ErrorCode::unreadable, read_problem(path)};
  auto part = AsideFile::open(behind_links(path), AsideFile::Content::kept);
  if (!part) return part.error();
  return std::unique_ptr<RecordStore>(std::make_unique<ContinuedFile>(std::move(*part)));
}

}  // namespace klartext
