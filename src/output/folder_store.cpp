// A folder with a file for each record: `-o DIR`.
//
// Every file is written aside and takes its name whole, so with --resume a file that is there is a record that is done.
// What is checked on top: that it ends as records end (a machine that lost its power may leave an empty file), and, for
// JSON, that it is of the same source. Two inputs of one run that would have the same file are told apart by a set of
// hashes of the names given so far, 8 bytes each: the first has the file, the second is refused, whatever may be
// overwritten. Where the file system takes "A" and "a" for one name, so does the set.
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <iterator>
#include <utility>

#include "base/hash_set.h"
#include "base/stable_hash.h"
#include "base/text.h"
#include "output/json_writer.h"
#include "output/record_store.h"

namespace klartext {
namespace {

constexpr mode_t kNewFolderMode = 0777;

/// How a record of JSON begins, in a line and indented.
constexpr std::string_view kBeginnings[] = {"{\"source\":", "{\n  \"source\": "};

/// Makes a folder and those above it. Returns 0, or the errno.
int make_folders(const std::string& path) {
  for (std::size_t slash = path.find('/', 1); slash != std::string::npos; slash = path.find('/', slash + 1)) {
    if (mkdir(path.substr(0, slash).c_str(), kNewFolderMode) != 0 && errno != EEXIST) return errno;
  }
  return 0;
}

/// Whether "A" finds what is called "a" in a folder.
bool takes_cases_for_one(const std::string& folder) {
  const std::string lower = folder + ".klartext-case-" + std::to_string(getpid());
  const std::string upper = folder + ".KLARTEXT-CASE-" + std::to_string(getpid());
  const int descriptor = open(lower.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, S_IRUSR | S_IWUSR);
  if (descriptor < 0) return false;
  close(descriptor);
  const bool one = access(upper.c_str(), F_OK) == 0;
  unlink(lower.c_str());
  return one;
}

/// Reasons that lie with one name; all others (a full disk, a folder that is gone) are the end of the run.
bool concerns_one_name(int reason) {
  constexpr int kReasons[] = {EEXIST, ENOTDIR, EISDIR, ENAMETOOLONG, ELOOP, EILSEQ, EINVAL, EACCES, EWOULDBLOCK};
  return std::find(std::begin(kReasons), std::end(kReasons), reason) != std::end(kReasons);
}

std::optional<std::string> content_of(const std::string& path) {
  const int descriptor = open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW);
  if (descriptor < 0) return std::nullopt;
  struct stat status {};
  std::string bytes(fstat(descriptor, &status) == 0 ? static_cast<std::size_t>(status.st_size) : 0, '\0');
  const ssize_t count = ::read(descriptor, bytes.data(), bytes.size());
  close(descriptor);
  if (count != static_cast<ssize_t>(bytes.size())) return std::nullopt;
  return bytes;
}

/// Whether the text of a file is a whole record of `source`, as far as it says whose it is.
bool is_record_of(const std::string& source, std::string_view text) {
  if (!text.ends_with('\n')) return false;
  for (const std::string_view beginning : kBeginnings) {
    if (!text.starts_with(beginning)) continue;
    std::string value;
    append_json_string(value, source);
    return text.substr(beginning.size()).starts_with(value);
  }
  return true;
}

class FolderStore : public RecordStore {
 public:
  FolderStore(std::string folder, Existing existing)
      : folder_(std::move(folder)), existing_(existing), one_case_(takes_cases_for_one(folder_)) {}

  std::optional<std::uint64_t> find(const std::string& source, const std::string& name) override {
    if (existing_ != Existing::resume) return std::nullopt;
    const auto text = content_of(folder_ + name);
    if (!text || !is_record_of(source, *text)) return std::nullopt;
    return 0;
  }

  std::optional<std::string> read(std::uint64_t, const std::string& name) override {
    return content_of(folder_ + name);
  }

  Written add(const Record& record) override {
    const std::string path = folder_ + record.name;
    if (!names_.insert(stable_hash(one_case_ ? lower_ascii(record.name) : record.name))) {
      return refused(path + " is the file of another input of this run, unless this one was named twice");
    }
    if (record.earlier) return Written::ok;
    if (existing_ == Existing::resume && is_of_another(record, path)) return refused(path + " is of another input");
    return write(record, path);
  }

  Written finish() override { return Written::ok; }
  std::string leave() override { return wrote_ ? folder_ : std::string(); }
  [[nodiscard]] const std::string& problem() const override { return problem_; }

 private:
  static bool is_of_another(const Record& record, const std::string& path) {
    const auto text = content_of(path);
    return text && text->ends_with('\n') && !is_record_of(record.source, *text);
  }

  Written write(const Record& record, const std::string& path) {
    if (const int reason = make_parents(path); reason != 0) return told(path, reason);
    auto file = AsideFile::open(path);
    if (!file) return told(path, errno);
    if (const int reason = file->write(record.text); reason != 0) return told(path, reason);
    const int reason = existing_ == Existing::refuse ? file->take_free_name() : file->take_name();
    if (reason == EEXIST) return refused(path + " exists; --overwrite replaces it, --resume skips its input");
    wrote_ = true;
    return told(path, reason);
  }

  /// Most records have the folder of the one before.
  int make_parents(const std::string& path) {
    const std::string parent = path.substr(0, path.rfind('/') + 1);
    if (parent == parent_) return 0;
    const int reason = make_folders(parent);
    if (reason == 0) parent_ = parent;
    return reason;
  }

  Written refused(std::string why) {
    problem_ = std::move(why);
    return Written::refused;
  }

  Written told(const std::string& path, int reason) {
    if (reason == 0) return Written::ok;
    problem_ = write_problem(path, reason);
    return concerns_one_name(reason) ? Written::refused : Written::failed;
  }

  std::string folder_;  ///< ends in '/'
  Existing existing_;
  bool one_case_;
  HashSet names_;
  std::string parent_;
  bool wrote_ = false;
  std::string problem_;
};

}  // namespace

Result<std::unique_ptr<RecordStore>> folder_store(const std::string& path, Existing existing) {
  const std::string folder = path.ends_with('/') ? path : path + '/';
  int reason = make_folders(folder);
  if (reason == 0 && access(folder.c_str(), W_OK | X_OK) != 0) reason = errno;
  if (reason != 0) return Error{ErrorCode::unreadable, write_problem(path, reason)};
  return std::unique_ptr<RecordStore>(std::make_unique<FolderStore>(folder, existing));
}

}  // namespace klartext
