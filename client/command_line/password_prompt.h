#pragma once

#include <ostream>
#include <string>

namespace voronka::command_line {

// Shows the prompt and reads a line from standard input; without echo on a terminal.
std::string AskForPassword(std::ostream& prompts, const std::string& prompt);

}  // namespace voronka::command_line
