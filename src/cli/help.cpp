// Help for a terminal of 100 columns: names on the left, sentences wrapped on the right.
#include "cli/help.h"

#include <algorithm>

#include "cli/option_table.h"
#include "klartext/serialize.h"

namespace klartext {
namespace {

constexpr std::size_t kWidth = 100;
constexpr std::size_t kHelpColumn = 30;

constexpr std::string_view kInputs =
    "INPUT is a URL, a saved page (.html, .htm, .xhtml, also gzipped), a folder (all pages in it,\n"
    "sorted), or - for HTML on standard input.\n";

constexpr std::string_view kListInputs =
    "INPUT is a URL, a file or - (standard input), and in it, gzipped or not:\n"
    "  a feed       RSS, RDF or Atom\n"
    "  a sitemap    a news sitemap too, or an index: its sitemaps are read in their order\n"
    "  a web page   where it is fetched, the feed that it names; else the teasers on it\n"
    "Each address is printed once, in the order in which it is found. What the INPUT leads to obeys\n"
    "robots.txt (--robots). A file named list is ./list.\n";

constexpr std::string_view kListExitStatus =
    "Exit status:\n"
    "  0   everything could be read, be there no article in a feed or sitemap\n"
    "  1   something could not, or a web page has neither feed nor teasers\n"
    "  2   wrong usage\n";

constexpr std::string_view kExitStatus =
    "Exit status:\n"
    "  0   every input gave an article\n"
    "  1   some input failed, or the output could not be written\n"
    "  2   wrong usage\n"
    "  70  a defect of klartext\n"
    "  130 stopped by Ctrl-C (143: by SIGTERM)\n";

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

/// Starts a new line at kHelpColumn.
void indent(std::string& out, std::size_t& column) {
  out += '\n';
  out.append(kHelpColumn, ' ');
  column = kHelpColumn;
}

/// Appends the words of `text`, beginning at `column`, wrapped at kWidth.
void append_wrapped(std::string& out, std::string_view text, std::size_t column) {
  if (column >= kHelpColumn) indent(out, column);
  out.append(kHelpColumn - std::min(column, kHelpColumn), ' ');
  column = kHelpColumn;
  while (!text.empty()) {
    const std::string_view word = text.substr(0, text.find(' '));
    if (column + 1 + word.size() > kWidth) {
      indent(out, column);
    } else if (column > kHelpColumn) {
      out += ' ';
    }
    out += word;
    column += 1 + word.size();
    text.remove_prefix(std::min(word.size() + 1, text.size()));
  }
  out += '\n';
}

void append_option(std::string& out, const OptionRow& row) {
  const std::string names = "  " + names_of(row);
  out += names;
  append_wrapped(out, help_of(row), names.size());
}

constexpr std::string_view kEverydayGroups[] = {"Input", "Output", "Run"};

bool is_everyday(const OptionRow& row) {
  return std::find(std::begin(kEverydayGroups), std::end(kEverydayGroups), row.group) != std::end(kEverydayGroups);
}

std::string options_text(bool (*wanted)(const OptionRow& row)) {
  std::string out;
  std::string_view group;
  for (const OptionRow& row : option_table()) {
    if (!wanted(row)) continue;
    if (row.group != group) out += "\n" + std::string(row.group) + ":\n";
    group = row.group;
    append_option(out, row);
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

std::string short_help_text() {
  return usage_text() + options_text(is_everyday) + "\nklartext --help explains the rest, with examples.\n";
}

std::string help_text() {
  return "klartext " + std::string(version()) + ": the article of a news page, as data\n\n" + usage_text() + "\n" +
         std::string(kInputs) + options_text([](const OptionRow&) { return true; }) + "\n" + std::string(kExitStatus) +
         "\n" + examples_text("");
}

std::string list_help_text() {
  return "klartext list: the addresses of articles, one a line\n\nUsage: klartext list [OPTIONS] INPUT...\n\n" +
         std::string(kListInputs) + options_text(is_for_list) + "\n" + std::string(kListExitStatus) + "\n" +
         examples_text(kListCall);
}

}  // namespace klartext
