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

constexpr std::string_view kExitStatus =
    "Exit status:\n"
    "  0   every input gave an article\n"
    "  1   some input failed, or the output could not be written\n"
    "  2   wrong usage\n"
    "  70  a defect of klartext\n";

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

std::string examples_text() {
  std::string out = "Examples:\n";
  for (const ExampleRow& row : example_table()) {
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
         "\n" + examples_text();
}

}  // namespace klartext
