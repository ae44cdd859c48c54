// An archive of what was fetched (WARC 1.1, ISO 28500), one gzip member a record.
#pragma once

#include <cstdio>
#include <memory>
#include <optional>
#include <string>

#include "input/answer.h"
#include "input/http_time.h"
#include "klartext/result.h"

namespace klartext {

/// One request and the answer to it, as they went over the wire, or an answer from the cache.
struct Exchange {
  const Answer& answer;
  std::string request;  ///< request line and headers; empty if nothing was sent
  Timestamp received = 0;
  bool unpacked = false;  ///< the answer's body is no longer in the encoding that its header block names
};

class WarcWriter {
 public:
  /// Makes `folder` if it is not there. An error if no file can be made in it.
  static std::optional<Error> prepare(const std::string& folder);

  /// Writes into `folder`, which is made if it is not there. Files are named after the time and the process, end in
  /// ".warc.gz.open" while they grow and in ".warc.gz" when complete. Those that a killed run left open are completed
  /// first.
  static Result<WarcWriter> open(std::string folder, std::string software);
  ~WarcWriter();
  WarcWriter(WarcWriter&&) noexcept;
  WarcWriter& operator=(WarcWriter&&) = delete;

  /// Appends the request and the answer. An error (disk full) leaves whole records only.
  std::optional<Error> write(const Exchange& exchange);

 private:
  struct FileCloser {
    void operator()(std::FILE* file) const { std::fclose(file); }
  };

  WarcWriter(std::string folder, std::string software);
  bool open_new_file();
  std::optional<Error> next_file();
  std::optional<Error> append(const std::string& record);
  void complete_file();

  std::string folder_;
  std::string software_;
  std::string path_;
  std::unique_ptr<std::FILE, FileCloser> file_;
  long size_ = 0;
  int serial_ = 0;
};

}  // namespace klartext
