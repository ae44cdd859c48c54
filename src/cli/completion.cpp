// Completion scripts. Each shell wants the same facts in its own grammar: names, help, and what may follow.
#include <algorithm>

#include "cli/help.h"
#include "cli/option_table.h"

namespace klartext {
namespace {

bool takes_path(const OptionRow& row) {
  return row.value == "FILE" || row.value == "LIST" || row.value == "DIR" || row.value == "PATH";
}

std::string replaced(std::string_view text, char from, std::string_view to) {
  std::string out;
  for (const char byte : text) {
    if (byte == from) {
      out += to;
    } else {
      out += byte;
    }
  }
  return out;
}

std::string words_of(std::string_view choices) { return replaced(choices, '|', " "); }

/// Inside single quotes of a POSIX-like shell.
std::string quoted(std::string_view text) { return "'" + replaced(text, '\'', "'\\''") + "'"; }

std::string bash_case(const OptionRow& row) {
  const std::string names = row.short_name.empty() ? std::string(row.long_name)
                                                   : std::string(row.short_name) + "|" + std::string(row.long_name);
  const std::string words = row.choices.empty() ? "" : " -W " + quoted(words_of(row.choices));
  const std::string files = takes_path(row) ? " -f" : "";
  return "    " + names + ") COMPREPLY=($(compgen" + files + words + (words.empty() && files.empty() ? " -W ''" : "") +
         " -- \"$current\")); return ;;\n";
}

/// "list schema"
std::string command_words() {
  std::string words;
  for (const CommandRow& row : command_table()) {
    if (row.usage.front() < 'a' || row.usage.front() > 'z') continue;
    words.append(words.empty() ? "" : " ").append(row.usage.substr(0, row.usage.find(' ')));
  }
  return words;
}

std::string bash_script() {
  std::string cases;
  std::string names;
  for (const OptionRow& row : option_table()) {
    if (!row.value.empty()) cases += bash_case(row);
    names += " " + std::string(row.long_name);
    if (!row.short_name.empty()) names += " " + std::string(row.short_name);
  }
  return "# bash completion for klartext; generated from its option table\n"
         "_klartext() {\n"
         "  local current=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD-1]}\n"
         "  case $previous in\n" +
         cases +
         "  esac\n"
         "  if [[ $current == -* ]]; then\n"
         "    COMPREPLY=($(compgen -W '" +
         names.substr(1) +
         "' -- \"$current\"))\n"
         "  elif [[ $COMP_CWORD -eq 1 ]]; then\n"
         "    COMPREPLY=($(compgen -f -W '" +
         command_words() +
         "' -- \"$current\"))\n"
         "  else\n"
         "    COMPREPLY=($(compgen -f -- \"$current\"))\n"
         "  fi\n"
         "}\n"
         "complete -o filenames -F _klartext klartext\n";
}

/// Help inside [] of a zsh spec, within single quotes.
std::string zsh_help(const OptionRow& row) {
  std::string text = replaced(row.help, '[', "\\[");
  text = replaced(text, ']', "\\]");
  return replaced(replaced(text, ':', "\\:"), '\'', "'\\''");
}

std::string zsh_argument(const OptionRow& row) {
  if (row.value.empty()) return {};
  std::string action = takes_path(row) ? "_files" : " ";
  if (!row.choices.empty()) action = "(" + words_of(row.choices) + ")";
  return ":" + std::string(row.value) + ":" + action;
}

std::string zsh_spec(const OptionRow& row) {
  const std::string tail = "[" + zsh_help(row) + "]" + zsh_argument(row) + "'";
  if (row.short_name.empty()) return "  '*" + std::string(row.long_name) + tail;
  return "  '*'{" + std::string(row.short_name) + "," + std::string(row.long_name) + "}'" + tail;
}

std::string zsh_script() {
  std::string specs;
  for (const OptionRow& row : option_table()) specs += zsh_spec(row) + " \\\n";
  return "#compdef klartext\n# generated from the option table of klartext\n_arguments -s \\\n" + specs +
         "  '1:INPUT:{compadd " + command_words() + "; _files}' \\\n" + "  '*:INPUT:_files'\n";
}

std::string fish_line(const OptionRow& row) {
  std::string line = "complete -c klartext -l " + std::string(row.long_name.substr(2));
  if (!row.short_name.empty()) line += " -s " + std::string(row.short_name.substr(1));
  if (!row.value.empty()) line += takes_path(row) ? " -r -F" : " -x";
  if (!row.choices.empty()) line += " -a " + quoted(words_of(row.choices));
  return line + " -d " + "'" + replaced(replaced(row.help, '\\', "\\\\"), '\'', "\\'") + "'\n";
}

std::string fish_script() {
  std::string out = "# fish completion for klartext; generated from its option table\n";
  out += "complete -c klartext -n __fish_use_subcommand -a " + quoted(command_words()) + "\n";
  for (const OptionRow& row : option_table()) out += fish_line(row);
  return out;
}

struct ShellRow {
  std::string_view name;
  std::string (*script)();
};

constexpr ShellRow kShells[] = {{"bash", bash_script}, {"zsh", zsh_script}, {"fish", fish_script}};

}  // namespace

std::string completion_script(std::string_view shell) {
  const auto* row =
      std::find_if(std::begin(kShells), std::end(kShells), [&](const ShellRow& r) { return r.name == shell; });
  return row == std::end(kShells) ? std::string() : row->script();
}

}  // namespace klartext
