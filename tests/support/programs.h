#pragma once

#include <sys/types.h>

#include <string>
#include <vector>

namespace voronka::testing {

// Starts a program in a session of its own, so that signals from the terminal do not reach it. Its output is appended
// to the log; its standard input is the given descriptor, or empty.
pid_t StartProgram(const std::vector<std::string>& command, const std::string& log, int standard_input = -1);

// The command, to be run with these of NAME=value beside what the environment has.
std::vector<std::string> InEnvironment(const std::vector<std::string>& environment,
                                       const std::vector<std::string>& command);

// Returns the exit status as waitpid gives it.
int AwaitProgram(pid_t program);

}  // namespace voronka::testing
