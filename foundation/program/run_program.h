#pragma once

#include <google/protobuf/message.h>

#include <functional>
#include <string>

#include "foundation/program/command_line.h"

namespace voronka::process {

// What a program does once its configuration is read. The two for its schema may be empty if it has none.
struct Tasks {
  std::function<void()> serve;
  // What Migrate would do, for people. Throws after it has told if a migration would be refused.
  std::function<void()> plan_migrations = {};
  std::function<void()> migrate = {};
};

// The skeleton of a service's `main`: reads the command line, reads the file that it names into `configuration`, then
// does what the command line asks for, which is to serve if it asks for nothing else. Prints mistakes and what the task
// throws to standard error. Returns the process's exit status.
int RunProgram(Program program, int argc, const char* const* argv, google::protobuf::Message& configuration,
               const Tasks& tasks);

}  // namespace voronka::process
