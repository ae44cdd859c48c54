// Where the records of a run go, and what an earlier run has left there.
//
// There are three: a stream (standard output, a file that is begun anew), a file that is continued, and a folder with a
// file for each record. All take records in the order of the inputs.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "klartext/result.h"
#include "output/sink.h"

namespace klartext {

/// A record on its way into a store.
struct Record {
  std::string text;                      ///< as `serialize`; empty if it is there already
  std::string source;                    ///< as in the record
  std::string name;                      ///< path of its file, where each record has one of its own
  std::optional<std::uint64_t> earlier;  ///< it was found, see `RecordStore::find`
};

class RecordStore {
 public:
  virtual ~RecordStore() = default;

  /// The next record. `refused`: it cannot have its name; the store takes others.
  virtual Written add(const Record& record) = 0;
  /// All records are there.
  virtual Written finish() = 0;
  /// The run ends before its end: what is whole stays, for a run that continues. Returns where, for a person; empty if
  /// there is nothing to continue.
  virtual std::string leave() = 0;
  /// After `refused` and `failed`: why.
  [[nodiscard]] virtual const std::string& problem() const = 0;

  /// A record of an earlier run for this source and name that nobody was given before. Thread-safe.
  virtual std::optional<std::uint64_t> find(const std::string& source, const std::string& name);
  /// Whether records of one source are told apart by their names. Else the n-th that is asked for is the n-th that was
  /// written, so `find` must be asked in the order of the inputs.
  [[nodiscard]] virtual bool finds_in_any_order() const { return true; }
  /// The text of a record that was found. Thread-safe.
  virtual std::optional<std::string> read(std::uint64_t earlier, const std::string& name);
};

/// One stream; `between` stands between two records.
std::unique_ptr<RecordStore> stream_store(std::unique_ptr<Sink> sink, std::string_view between);

/// A file of JSON lines that begin with the key "source". See continued_file.cpp.
Result<std::unique_ptr<RecordStore>> continued_file(const std::string& path);

/// What a folder does with a file that is there already.
enum class Existing : std::uint8_t {
  refuse,     ///< the record is refused
  overwrite,  ///< it is replaced
  resume,     ///< it counts as the record of an earlier run, if it is whole
};

/// A folder with a file for each record; one whose path ends in '/' is made. See folder_store.cpp.
Result<std::unique_ptr<RecordStore>> folder_store(const std::string& path, Existing existing);

/// How the line of JSON for `source` begins: `{"source":"page.html"`.
std::string record_beginning(std::string_view source);

}  // namespace klartext
