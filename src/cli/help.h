// Help, man page and completions: the option table as text.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace klartext {

/// What --help prints: usage, every option with its default, exit status, examples. Lines are wrapped at `width`
/// columns, commands are not.
std::string help_text(std::size_t width);

/// What list --help prints.
std::string list_help_text(std::size_t width);

/// What stands below a usage error: the ways to call klartext and the options of every day.
std::string short_help_text(std::size_t width);

/// The man page (troff, section 1).
std::string man_page();

/// The completion script for `shell`: bash, zsh or fish.
std::string completion_script(std::string_view shell);

}  // namespace klartext
