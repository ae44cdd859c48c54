// Help: names on the left, sentences on the right, wrapped to the width of the terminal.
#include "cli/help.h"

#include <algorithm>
#include <span>

#include "cli/option_table.h"
#include "klartext/serialize.h"

namespace klartext {
namespace {

constexpr std::size_t kHelpColumn = 30;
constexpr std::size_t kKindColumn = 15;
constexpr std::size_t kStatusColumn = 6;

constexpr std::string_view kInputs =
    "INPUT is a URL, a saved page (.html, .htm, .xhtml, .mhtml, also gzipped), a web archive (.warc, .warc.gz), "
    "a folder (all of these in it, sorted), or - for HTML on standard input.";

/// A word and what it says.
struct Row {
  std::string_view word;
  std::string_view says;
};

constexpr std::string_view kListInputs = "INPUT is a URL, a file or - (standard input), and in it, gzipped or not:";

constexpr Row kListKinds[] = {
    {"a feed", "RSS, RDF or Atom"},
    {"a sitemap", "a news sitemap too, or an index: its sitemaps are read in their order"},
    {"a web page", "where it is fetched, the feed that it names; else the teasers on it"},
};

constexpr std::string_view kListOutput =
    "Each address is printed once, in the order in which it is found. What the INPUT leads to obeys robots.txt "
    "(--robots). A file named list is ./list.";

constexpr Row kListExitStatus[] = {
    {"0", "everything could be read, be there no article in a feed or sitemap"},
    {"1", "something could not, or a web page has neither feed nor teasers"},
    {"2", "wrong usage"},
};

constexpr Row kExitStatus[] = {
    {"0", "every input gave an article"},
    {"1", "some input failed, or the output could not be written"},
    {"2", "wrong usage"},
    {"70", "a defect of klartext"},
    {"130", "stopped by Ctrl-C (143: by SIGTERM)"},
};

std::string names_of(const OptionRow& row) {
  std::string names = row.short_name.empty() ? "    " : std::string(row.short_name) + ", ";
  names += row.long_name;
  if (!row.value.empty()) names += " " + std::string(row.value);
  return names;
}

std::string help_of(const OptionRow& row) {
  const std::string value = default_of(row);
  return std::string(row.help) + (value.empty() ? "" : " (default: " + value + ")");
}

/// Where the lines of a paragraph begin, and where they end.
struct Measure {
  std::size_t indent;
  std::size_t width;
};

/// Starts a new line.
void indent(std::string& out, std::size_t& column, const Measure& measure) {
  out += '\n';
  out.append(measure.indent, ' ');
  column = measure.indent;
}

/// Appends the words of `text` behind what the line holds up to `column`.
void append_wrapped(std::string& out, std::string_view text, std::size_t column, const Measure& measure) {
  if (column > 0 && column >= measure.indent) indent(out, column, measure);
  out.append(measure.indent - column, ' ');
  column = measure.indent;
  while (!text.empty()) {
    const std::string_view word = text.substr(0, text.find(' '));
    if (column + 1 + word.size() > measure.width) {
      indent(out, column, measure);
    } else if (column > measure.indent) {
      out += ' ';
    }
    out += word;
    column += 1 + word.size();
    text.remove_prefix(std::min(word.size() + 1, text.size()));
  }
  out += '\n';
}

std::string paragraph(std::string_view text, std::size_t width) {
  std::string out;
  append_wrapped(out, text, 0, {0, width});
  return out;
}

void append_row(std::string& out, const std::string& name, std::string_view says, const Measure& measure) {
  const std::string indented = "  " + name;
  out += indented;
  append_wrapped(out, says, indented.size(), measure);
}

std::string rows(std::span<const Row> table, const Measure& measure) {
  std::string out;
  for (const Row& row : table) append_row(out, std::string(row.word), row.says, measure);
  return out;
}

constexpr std::string_view kEverydayGroups[] = {"Input", "Output", "Run"};

bool is_everyday(const OptionRow& row) {
  return std::find(std::begin(kEverydayGroups), std::end(kEverydayGroups), row.group) != std::end(kEverydayGroups);
}

std::string options_text(bool (*wanted)(const OptionRow& row), std::size_t width) {
  std::string out;
  std::string_view group;
  for (const OptionRow& row : option_table()) {
    if (!wanted(row)) continue;
    if (row.group != group) out += "\n" + std::string(row.group) + ":\n";
    group = row.group;
    append_row(out, names_of(row), help_of(row), {kHelpColumn, width});
  }
  return out;
}

constexpr std::string_view kListCall = "klartext list ";

std::string examples_text(std::string_view begins) {
  std::string out = "Examples:\n";
  for (const ExampleRow& row : example_table()) {
    if (!row.command.starts_with(begins)) continue;
    out += "  # " + std::string(row.says) + "\n  " + std::string(row.command) + "\n";
  }
  return out;
}

std::string usage_text() {
  std::string out;
  for (const CommandRow& row : command_table()) {
    out += (out.empty() ? "Usage: " : "       ") + ("klartext " + std::string(row.usage)) + "\n";
  }
  return out;
}

}  // namespace

std::string short_help_text(std::size_t width) {
  return usage_text() + options_text(is_everyday, width) + "\nklartext --help explains the rest, with examples.\n";
}

std::string help_text(std::size_t width) {
  return "klartext " + std::string(version()) + ": the article of a news page, as data\n\n" + usage_text() + "\n" +
         paragraph(kInputs, width) + options_text([](const OptionRow&) { return true; }, width) + "\nExit status:\n" +
         rows(kExitStatus, {kStatusColumn, width}) + "\n" + examples_text("");
}

std::string list_help_text(std::size_t width) {
  return "klartext list: the addresses of articles, one a line\n\nUsage: klartext list [OPTIONS] INPUT...\n\n" +
         paragraph(kListInputs, width) + rows(kListKinds, {kKindColumn, width}) + paragraph(kListOutput, width) +
         options_text(is_for_list, width) + "\nExit status:\n" + rows(kListExitStatus, {kStatusColumn, width}) + "\n" +
         examples_text(kListCall);
}

}  // namespace klartext
