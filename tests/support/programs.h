#pragma once

#include <sys/types.h>

#include <string>
#include <vector>

namespace voronka::testing {

// Starts a program in a new session, so that it does not get the terminal's signals. Its output is appended to the log;
// its standard input is the given descriptor, or empty.
pid_t StartProgram(const std::vector<std::string>& command, const std::string& log, int standard_input = -1);

// The command, with these NAME=value added to the environment.
std::vector<std::string> InEnvironment(const std::vector<std::string>& environment,
                                       const std::vector<std::string>& command);

// Returns the exit status in waitpid's format.
int AwaitProgram(pid_t program);

}  // namespace voronka::testing
