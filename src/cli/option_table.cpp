// The table. A new option is one row here and one member in `Options`.
#include "cli/option_table.h"

#include <algorithm>

namespace klartext {
namespace {

using Texts = std::vector<std::string>;

constexpr OptionRow kOptions[] = {
    {"Input", "-i", "--input-list", "LIST",
     "read inputs from LIST, one a line, or INPUT<TAB>URL for a saved page whose address is known; - is standard input",
     [](Options& o) -> Texts& { return o.inputs.lists; }},
    {"Input", "-0", "--null", "", "entries of LIST, and of --files, end with a NUL byte instead of a line break",
     [](Options& o) -> bool& { return o.inputs.null_separated; }},
    {"Input", "-u", "--url", "URL", "address of the page, if it is a single file or comes from standard input",
     [](Options& o) -> std::string& { return o.url; }},
    {"Input", "", "--max-bytes", "SIZE", "largest page to read, unpacked; 512k, 32M",
     [](Options& o) -> std::size_t& { return o.read.max_bytes; }},

    {"Output", "-f", "--format", "FORMAT", "json, markdown or text",
     [](Options& o) -> std::string& { return o.format; }, "json|markdown|text"},
    {"Output", "-F", "--fields", "KEYS", "only these keys of the record, separated by commas: title,date,body",
     [](Options& o) -> Texts& { return o.fields; }},
    {"Output", "-p", "--pretty", "", "indent the JSON, as is done for a single article on a terminal",
     [](Options& o) -> bool& { return o.pretty; }},
    {"Output", "-c", "--compact", "", "one line of JSON an article, also on a terminal",
     [](Options& o) -> bool& { return o.compact; }},
    {"Output", "-e", "--explain", "", "add for every field the rule that won, where it looked, and what lost",
     [](Options& o) -> bool& { return o.explain; }},
    {"Output", "-o", "--output", "PATH",
     "write to the file PATH, which appears when it is complete; if PATH is a folder or ends in /, to a file for each "
     "article",
     [](Options& o) -> std::string& { return o.output; }},
    {"Output", "", "--errors", "FILE", "write a JSON record for each failed input to FILE; - puts it into the output",
     [](Options& o) -> std::string& { return o.errors; }},

    {"Batches", "", "--resume", "",
     "go on with what an earlier run has left in -o PATH: articles that are there are not read again",
     [](Options& o) -> bool& { return o.resume; }},
    {"Batches", "", "--overwrite", "", "replace files that are there already in the folder of -o",
     [](Options& o) -> bool& { return o.overwrite; }},
    {"Batches", "", "--require", "KEYS", "a page without these keys, separated by commas, is an error (no_article)",
     [](Options& o) -> Texts& { return o.required; }},
    {"Batches", "", "--skip-duplicates", "",
     "leave out an article whose canonical address, or headline and text, came before",
     [](Options& o) -> bool& { return o.skip_duplicates; }},
    {"Batches", "", "--shard", "I/N", "only the I-th of N parts of the inputs: every N-th, beginning with the I-th",
     [](Options& o) -> std::string& { return o.shard; }},
    {"Batches", "", "--files", "", "print the inputs, one a line, and read none; with --null for names of any kind",
     [](Options& o) -> bool& { return o.list_files; }},

    {"Run", "-j", "--jobs", "N",
     "pages worked on at once; the order of the output stays that of the inputs; 0: one a processor",
     [](Options& o) -> int& { return o.jobs; }},
    {"Run", "", "--page-timeout", "SECONDS", "limit for the work on one page, which then fails with timeout; 0: none",
     [](Options& o) -> double& { return o.page_timeout_seconds; }},
    {"Run", "-q", "--quiet", "",
     "no progress, no line for a failed input, none at the end; the exit status still tells",
     [](Options& o) -> bool& { return o.quiet; }},
    {"Run", "", "--progress", "MODE",
     "auto (a line on a terminal), json (an object a line on standard error, one a second) or none",
     [](Options& o) -> std::string& { return o.progress; }, "auto|json|none"},

    {"Fetching", "", "--timeout", "SECONDS", "limit for one request as a whole",
     [](Options& o) -> double& { return o.fetch.timeout_seconds; }},
    {"Fetching", "", "--connect-timeout", "SECONDS", "limit for look-up, connection and TLS",
     [](Options& o) -> double& { return o.fetch.connect_timeout_seconds; }},
    {"Fetching", "", "--max-redirects", "N", "redirects to follow",
     [](Options& o) -> int& { return o.fetch.max_redirects; }},
    {"Fetching", "", "--max-connections", "N", "connections open at once",
     [](Options& o) -> int& { return o.fetch.max_connections; }},
    {"Fetching", "", "--max-per-host", "N", "connections to one host at once",
     [](Options& o) -> int& { return o.fetch.max_per_host; }},
    {"Fetching", "", "--delay", "SECONDS", "pause between two requests to one host",
     [](Options& o) -> double& { return o.fetch.delay_seconds; }},
    {"Fetching", "", "--retries", "N", "further tries after timeouts, broken connections, 408, 425, 429 and 5xx",
     [](Options& o) -> int& { return o.fetch.retries; }},
    {"Fetching", "", "--robots", "MODE", "robots.txt: auto (obeyed for addresses from lists), obey or ignore",
     [](Options& o) -> std::string& { return o.robots; }, "auto|obey|ignore"},
    {"Fetching", "", "--public-only", "", "refuse loopback, private and link-local addresses; connects without a proxy",
     [](Options& o) -> bool& { return o.fetch.public_only; }},
    {"Fetching", "", "--allow-downgrade", "", "follow a redirect from https to http",
     [](Options& o) -> bool& { return o.fetch.allow_downgrade; }},
    {"Fetching", "-A", "--user-agent", "TEXT", "name to give to servers",
     [](Options& o) -> std::string& { return o.fetch.user_agent; }},
    {"Fetching", "-H", "--header", "HEADER", "send \"Name: value\" with each request; may be repeated",
     [](Options& o) -> Texts& { return o.fetch.headers; }},
    {"Fetching", "", "--cookie-file", "FILE", "send the cookies of FILE (Netscape format)",
     [](Options& o) -> std::string& { return o.fetch.cookie_file; }},
    {"Fetching", "", "--proxy", "URL", "instead of the environment's http_proxy, https_proxy, no_proxy",
     [](Options& o) -> std::string& { return o.fetch.proxy; }},
    {"Fetching", "", "--cacert", "FILE", "trust the certificates in FILE instead of the system's",
     [](Options& o) -> std::string& { return o.fetch.ca_file; }},
    {"Fetching", "", "--cache", "DIR", "keep answers in DIR and ask servers only for what changed",
     [](Options& o) -> std::string& { return o.fetch.cache_directory; }},
    {"Fetching", "", "--cache-size", "SIZE", "when DIR holds more, what was not used for longest goes; 0: no limit",
     [](Options& o) -> std::size_t& { return o.fetch.cache_bytes; }},
    {"Fetching", "", "--save-html", "DIR",
     "keep what was fetched, or taken from the cache, with headers, as WARC files in DIR",
     [](Options& o) -> std::string& { return o.fetch.archive_directory; }},

    {"klartext list", "", "--json", "",
     "print an object with source, url, title and date for each article instead of its address",
     [](Options& o) -> bool& { return o.list_json; }},

    {"Other", "-h", "--help", "", "print this help", [](Options& o) -> bool& { return o.show_help; }},
    {"Other", "-V", "--version", "", "print the version", [](Options& o) -> bool& { return o.show_version; }},
};

constexpr ExampleRow kExamples[] = {
    {"klartext https://www.kommune21.de/meldung_36604", "one article, indented on a terminal"},
    {"klartext page.html | jq -r '.related[] | \"\\(.date) \\(.title)\"'", "the related articles of a saved page"},
    {"curl -s https://example.org/news/1 | klartext -u https://example.org/news/1 -", "a page from elsewhere"},
    {"klartext -j4 pages/ --errors errors.jsonl > articles.jsonl", "a folder of pages, one JSON object a line"},
    {"klartext -i addresses.txt --fields url,title,date,body -o news.jsonl", "a list of addresses"},
    {"klartext list https://example.org/news/ | klartext -i - > new.jsonl", "all articles of a section or its feed"},
    {"klartext list --json https://example.org/sitemap.xml | jq -r 'select(.date > \"2026\") | .url'",
     "what a sitemap says is of this year"},
    {"klartext -i addresses.txt --resume -o news.jsonl", "what that has not done yet"},
    {"klartext pages/ -f markdown -o articles/", "a file for each page"},
    {"klartext -f markdown page.html", "for reading"},
    {"klartext --explain page.html | jq .explain.title", "why this headline?"},
};

constexpr std::string_view kListGroup = "klartext list";

/// Groups and options of others that `klartext list` has too.
constexpr std::string_view kGroupsOfList[] = {kListGroup, "Fetching", "Other"};
constexpr std::string_view kOptionsOfList[] = {"--input-list", "--null", "--url", "--max-bytes", "--quiet"};

constexpr CommandRow kCommands[] = {
    {"[OPTIONS] INPUT...", "extract the article of each INPUT"},
    {"[OPTIONS] -i LIST", "the same for the inputs named in LIST"},
    {"list [OPTIONS] INPUT...", "print the addresses of the articles in feeds, sitemaps and section pages"},
    {"schema", "print the JSON Schema of a record"},
};

std::string print_default(bool) { return {}; }
std::string print_default(int value) { return std::to_string(value); }
std::string print_default(const std::string& value) { return value; }
std::string print_default(const std::vector<std::string>&) { return {}; }

std::string print_default(double value) {
  std::string digits = std::to_string(value);
  digits.erase(digits.find_last_not_of('0') + 1);
  if (digits.back() == '.') digits.pop_back();
  return digits;
}

std::string print_default(std::size_t bytes) {
  constexpr std::size_t kGibibyte = std::size_t{1} << 30U;
  return bytes % kGibibyte == 0 ? std::to_string(bytes >> 30U) + "G" : std::to_string(bytes >> 20U) + "M";
}

}  // namespace

std::span<const OptionRow> option_table() { return kOptions; }
std::span<const ExampleRow> example_table() { return kExamples; }
std::span<const CommandRow> command_table() { return kCommands; }

bool is_for_list(const OptionRow& row) {
  const auto holds = [](const auto& names, std::string_view name) {
    return std::find(std::begin(names), std::end(names), name) != std::end(names);
  };
  return holds(kGroupsOfList, row.group) || holds(kOptionsOfList, row.long_name);
}

bool is_for_extract(const OptionRow& row) { return row.group != kListGroup; }

std::string default_of(const OptionRow& row) {
  Options defaults;
  return std::visit([&](auto member) { return print_default(member(defaults)); }, row.target);
}

}  // namespace klartext
