// The man page, in the macros of man(7).
#include "cli/help.h"
#include "cli/option_table.h"
#include "klartext/serialize.h"

namespace klartext {
namespace {

constexpr std::string_view kDescription =
    "klartext reads news pages and prints their articles: one JSON object a line on standard output. "
    "Diagnostics go to standard error. The order of the output is the order of the inputs, and one bad input never "
    "stops "
    "the others: it is one line, \"klartext: INPUT: CODE: message\", and with \\fB\\-\\-errors\\fR a record of its "
    "own.";

constexpr std::string_view kInputs =
    "\\fIINPUT\\fR is a URL (http or https), a saved page (.html, .htm, .xhtml, .mhtml, also gzipped), a web archive "
    "(.warc, .warc.gz), a folder (all of these in it, sorted), or \\- for HTML on standard input.";

struct StatusRow {
  std::string_view status;
  std::string_view says;
};

constexpr StatusRow kStatus[] = {
    {"0", "Every input gave an article, or the reader of the output had enough."},
    {"1", "Some input failed, or the output could not be written."},
    {"2", "Wrong usage."},
    {"70", "A defect of klartext."},
    {"130, 143", "Stopped by Ctrl-C, by SIGTERM, after the pages in hand."},
};

constexpr StatusRow kEnvironment[] = {
    {"TMPDIR", "Folder for records that wait for their turn and do not fit into memory, instead of /var/tmp."},
    {"COLUMNS", "Width of help, instead of that of the terminal."},
    {"NO_COLOR", "If it is set and not empty: no colour on standard error."},
    {"http_proxy, https_proxy, no_proxy", "Proxies for fetching, unless \\-\\-proxy is given."},
};

/// Text as troff prints it: backslashes and hyphens as they are, no line that begins like a macro.
std::string troff(std::string_view text) {
  std::string out;
  for (const char byte : text) {
    if (byte == '\\') {
      out += "\\e";
    } else if (byte == '-') {
      out += "\\-";
    } else {
      if ((byte == '.' || byte == '\'') && out.empty()) out += "\\&";
      out += byte;
    }
  }
  return out;
}

std::string section(std::string_view name) { return ".SH " + std::string(name) + "\n"; }

std::string paragraph(std::string_view term, std::string_view text) {
  return ".TP\n.B " + std::string(term) + "\n" + std::string(text) + "\n";
}

std::string option_paragraph(const OptionRow& row) {
  std::string term = row.short_name.empty() ? "" : troff(row.short_name) + ", ";
  term += troff(row.long_name);
  if (!row.value.empty()) term += " \\fI" + troff(row.value) + "\\fR";
  const std::string value = default_of(row);
  return paragraph(term, troff(row.help) + (value.empty() ? "." : ". Default: " + troff(value) + "."));
}

std::string synopsis() {
  std::string out = section("SYNOPSIS");
  for (const CommandRow& row : command_table()) out += ".B klartext\n" + troff(row.usage) + "\n.br\n";
  return out;
}

std::string options() {
  std::string out = section("OPTIONS");
  std::string_view group;
  for (const OptionRow& row : option_table()) {
    if (row.group != group) out += ".SS " + std::string(row.group) + "\n";
    group = row.group;
    out += option_paragraph(row);
  }
  return out;
}

std::string rows(std::string_view name, std::span<const StatusRow> table) {
  std::string out = section(name);
  for (const StatusRow& row : table) out += paragraph(row.status, row.says);
  return out;
}

std::string examples() {
  std::string out = section("EXAMPLES");
  for (const ExampleRow& row : example_table()) {
    out += ".PP\n" + troff(row.says) + ":\n.PP\n.nf\n.RS 4\n" + troff(row.command) + "\n.RE\n.fi\n";
  }
  return out;
}

}  // namespace

std::string man_page() {
  return ".TH KLARTEXT 1 \"\" \"klartext " + std::string(version()) + "\" \"User Commands\"\n" + section("NAME") +
         "klartext \\- the article of a news page, as data\n" + synopsis() + section("DESCRIPTION") +
         std::string(kDescription) + "\n.PP\n" + std::string(kInputs) + "\n" + options() +
         rows("EXIT STATUS", kStatus) + rows("ENVIRONMENT", kEnvironment) + examples();
}

}  // namespace klartext
