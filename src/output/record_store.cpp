// The plainest of the stores, and what the others share.
#include "output/record_store.h"

#include <utility>

#include "output/json_writer.h"

namespace klartext {
namespace {

class StreamStore : public RecordStore {
 public:
  StreamStore(std::unique_ptr<Sink> sink, std::string_view between) : sink_(std::move(sink)), between_(between) {}

  Written add(const Record& record) override {
    if (std::exchange(first_, false) || between_.empty()) return sink_->write(record.text);
    return sink_->write(std::string(between_) + record.text);
  }
  Written finish() override { return sink_->finish(); }
  std::string leave() override { return sink_->leave(); }
  [[nodiscard]] const std::string& problem() const override { return sink_->problem(); }

 private:
  std::unique_ptr<Sink> sink_;
  std::string_view between_;
  bool first_ = true;
};

}  // namespace

std::optional<std::uint64_t> RecordStore::find(const std::string&, const std::string&) { return std::nullopt; }
std::optional<std::string> RecordStore::read(std::uint64_t, const std::string&) { return std::nullopt; }

std::unique_ptr<RecordStore> stream_store(std::unique_ptr<Sink> sink, std::string_view between) {
  return std::make_unique<StreamStore>(std::move(sink), between);
}

std::string record_beginning(std::string_view source) {
  std::string beginning = R"({"source":)";
  append_json_string(beginning, source);
  return beginning;
}

}  // namespace klartext
