// The command line: what is accepted, what is refused and in which words; help and completions know every option.
#include "cli/options.h"

#include <gtest/gtest.h>

#include "cli/help.h"
#include "cli/option_table.h"

namespace klartext {
namespace {

using Arguments = std::vector<std::string>;

Options accepted(const Arguments& arguments) {
  auto parsed = parse_options(arguments);
  const auto* error = std::get_if<UsageError>(&parsed);
  EXPECT_EQ(error, nullptr) << error->message;
  return error == nullptr ? std::get<Options>(parsed) : Options();
}

std::string refused(const Arguments& arguments) {
  auto parsed = parse_options(arguments);
  const auto* error = std::get_if<UsageError>(&parsed);
  return error == nullptr ? "accepted" : error->message;
}

TEST(Options, TakeInputsInAnyPlace) {
  const Options options = accepted({"a.html", "-j", "2", "b.html", "--format=text", "-", "-i", "list", "c.html"});
  EXPECT_EQ(options.inputs.arguments, (Arguments{"a.html", "b.html", "-", "c.html"}));
  EXPECT_EQ(options.inputs.lists, Arguments{"list"});
  EXPECT_EQ(options.jobs, 2);
  EXPECT_EQ(options.format, "text");
}

TEST(Options, SplitFieldsAtCommas) {
  EXPECT_EQ(accepted({"--fields", "title,date", "a", "-F", "body"}).fields, (Arguments{"title", "date", "body"}));
  EXPECT_EQ(accepted({"--fields", "title, date", "a"}).fields, (Arguments{"title", "date"}));
}

TEST(Options, ReadSizes) {
  EXPECT_EQ(accepted({"--max-bytes", "512k", "a"}).read.max_bytes, 512U << 10U);
  EXPECT_EQ(accepted({"--max-bytes", "2M", "a"}).fetch.max_bytes, 2U << 20U);
}

TEST(Options, KnowTheirActions) {
  EXPECT_EQ(accepted({"--help"}).action, Options::Action::help);
  EXPECT_EQ(accepted({"--version", "-f", "text"}).action, Options::Action::version);
  EXPECT_EQ(accepted({"schema"}).action, Options::Action::schema);
  EXPECT_EQ(accepted({"schema", "--help"}).action, Options::Action::help);
  EXPECT_EQ(accepted({"--generate", "man"}).action, Options::Action::generate);
  EXPECT_EQ(accepted({"./schema"}).action, Options::Action::extract);
}

TEST(Options, RefuseInPlainWords) {
  struct Row {
    Arguments arguments;
    std::string_view message;
  };
  const Row rows[] = {
      {{}, "no INPUT given; - reads a page from standard input"},
      {{"--nonsense", "a"}, "unknown option --nonsense"},
      {{"--outptu=x", "a"}, "unknown option --outptu=x, did you mean --output?"},
      {{"--quite", "a"}, "unknown option --quite, did you mean --quiet?"},
      {{"--feilds=title", "a"}, "unknown option --feilds=title, did you mean --fields?"},
      {{"--jsno", "a"}, "unknown option --jsno, did you mean --json, which only klartext list has?"},
      {{"list", "--jsno", "a"}, "unknown option --jsno, did you mean --json?"},
      {{"list", "--job", "a"}, "unknown option --job, did you mean --jobs, which klartext list does not have?"},
      {{"--xyz", "a"}, "unknown option --xyz"},
      {{"schema", "extra"}, "schema takes nothing, not \"extra\"; a file named schema is ./schema"},
      {{"schema", "--pretty"}, "schema takes nothing, not \"--pretty\"; a file named schema is ./schema"},
      {{"-f", "text", "--pretty", "a"}, "--pretty needs --format json"},
      {{"-f", "markdown", "--explain", "a"}, "--explain needs --format json"},
      {{"-f", "xml", "a"}, "--format: takes json, markdown, text, not \"xml\""},
      {{"-j", "-1", "a"}, "--jobs: takes a whole number of 0 or more, not \"-1\""},
      {{"-j", "2.5", "a"}, "--jobs: takes a whole number of 0 or more, not \"2.5\""},
      {{"--timeout", "nan", "a"}, "--timeout: takes a number of 0 or more, not \"nan\""},
      {{"--max-bytes", "5x", "a"}, "--max-bytes: takes a size such as 512k or 32M, not \"5x\""},
      {{"-F", "title,nope", "a"}, "--fields: a record has no key \"nope\"; klartext schema prints them"},
      {{"-p", "-c", "a"}, "--pretty and --compact exclude each other"},
      {{"--errors", "-", "-f", "text", "a"}, "--errors - needs --format json"},
      {{"--url", "https://a.example/", "a", "b"}, "--url needs a single INPUT"},
      {{"-", "a", "-i", "-"}, "standard input can be read only once"},
      {{"list", "-", "-"}, "standard input can be read only once"},
      {{"--null", "a"}, "--null needs a list (-i LIST)"},
      {{"-H", "no colon", "a"}, "--header takes \"Name: value\", not \"no colon\""},
      {{"-H", "X: 1\r\nY: 2", "a"}, "--header takes \"Name: value\", not \"X: 1\r\nY: 2\""},
      {{"--cookie-file", "/no/such", "a"}, "--cookie-file: /no/such cannot be read: no such file or directory"},
      {{"--cacert", "/no/such", "a"}, "--cacert: /no/such cannot be read: no such file or directory"},
      {{"--public-only", "--proxy", "http://p.example", "a"},
       "--public-only and --proxy exclude each other: behind a proxy nobody sees what is connected to"},
      {{"list"}, "no INPUT given; - reads a page from standard input"},
      {{"list", "--jason", "a"}, "unknown option --jason, did you mean --json?"},
      {{"list", "--pretty", "a"}, "unknown option --pretty, which klartext list does not have"},
      {{"--json", "a"}, "unknown option --json, which only klartext list has"},
      {{"--generate", "tcsh"}, "--generate takes man, bash, zsh or fish"},
  };
  for (const Row& row : rows) EXPECT_EQ(refused(row.arguments), row.message);
}

TEST(OptionTable, EveryOptionIsInHelpManPageAndCompletions) {
  const std::string texts[] = {help_text(100), completion_script("bash"), completion_script("zsh")};
  const std::string fish = completion_script("fish");
  for (const OptionRow& row : option_table()) {
    for (const std::string& text : texts) EXPECT_NE(text.find(row.long_name), std::string::npos) << row.long_name;
    EXPECT_NE(fish.find("-l " + std::string(row.long_name.substr(2))), std::string::npos) << row.long_name;
  }
}

TEST(OptionTable, DefaultsComeFromTheOptions) {
  for (const OptionRow& row : option_table()) {
    if (row.long_name == "--timeout") EXPECT_EQ(default_of(row), "60");
    if (row.long_name == "--max-bytes") EXPECT_EQ(default_of(row), "32M");
    if (row.long_name == "--output") EXPECT_EQ(default_of(row), "");
  }
}

TEST(Help, FitsTheTerminal) {
  for (const std::size_t width : {60U, 80U, 100U}) {
    for (const std::string& whole : {help_text(width), list_help_text(width), short_help_text(width)}) {
      const std::string help = whole.substr(0, whole.find("Examples:"));  // commands are not wrapped
      for (std::size_t begin = 0; begin < help.size();) {
        const std::size_t end = help.find('\n', begin);
        const std::string line = help.substr(begin, end - begin);
        if (!line.starts_with("Usage: ") && !line.starts_with("       klartext")) EXPECT_LE(line.size(), width) << line;
        EXPECT_FALSE(line.ends_with(' ')) << line;
        begin = end + 1;
      }
    }
  }
}

TEST(Help, PutsSentencesBesideNamesOrBelow) {
  const std::string help = help_text(80);
  EXPECT_NE(help.find("\n  -q, --quiet                 no progress, no line for a failed input, none at\n"
                      "                              the end; the exit status still tells\n"),
            std::string::npos)
      << help;
  EXPECT_NE(help.find("\n  0   every input gave an article\n"), std::string::npos);
}

}  // namespace
}  // namespace klartext
