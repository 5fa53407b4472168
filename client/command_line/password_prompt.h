#pragma once

#include <ostream>
#include <string>

namespace voronka::command_line {

// Reads a line from standard input after showing the prompt; without echo on a terminal.
std::string AskForPassword(std::ostream& prompts, const std::string& prompt);

}  // namespace voronka::command_line
