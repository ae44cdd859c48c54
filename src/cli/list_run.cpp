// Addresses go out as they are found, so that `klartext list … | klartext -i -` begins to fetch at once.
#include "cli/list_run.h"

#include <cstdio>
#include <string>
#include <utility>

#include "cli/outcome.h"
#include "cli/tally.h"
#include "listing/lister.h"
#include "output/json_writer.h"
#include "output/sink.h"

namespace klartext {
namespace {

void write_member(JsonWriter& json, std::string_view key, const std::optional<std::string>& value) {
  json.key(key);
  if (value) {
    json.string(*value);
  } else {
    json.null();
  }
}

std::string record_of(const std::string& source, const ListedArticle& article) {
  JsonWriter json(false);
  json.begin_object();
  write_member(json, "source", source);
  write_member(json, "url", article.url);
  write_member(json, "title", article.title);
  write_member(json, "date", article.date);
  json.end_object();
  return json.take();
}

}  // namespace

int run_list(const Options& options) {
  if (const auto error = prepare_folders(options.fetch)) return cannot_begin(*error);
  const auto sink = open_stdout_sink();
  Tally tally;
  bool failed = false;
  const ListingEvents events{[&](const std::string& source, const ListedArticle& article) {
                               const auto written =
                                   sink->write(options.list_json ? record_of(source, article) : article.url + "\n");
                               failed = written == Written::failed;
                               return written == Written::ok;
                             },
                             [&](const std::string& name, const Error& error) {
                               tally.count_error(error.code);
                               if (!options.quiet) std::fputs(failure(name, error).diagnostic.c_str(), stderr);
                             }};
  list_articles(InputStream(options.inputs), {options.read, options.fetch, options.url}, events);
  if (!failed) return tally.exit_status();
  std::fprintf(stderr, "klartext: %s\n", sink->problem().c_str());
  return kExitSomeFailed;
}

}  // namespace klartext
