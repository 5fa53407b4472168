#pragma once

#include <google/protobuf/message.h>

#include <functional>

#include "foundation/program/command_line.h"

namespace voronka::process {

// The skeleton of a service's `main`: reads the command line, reads the file that it names into `configuration`, then
// calls `serve`. Prints mistakes and what `serve` throws to standard error. Returns the process's exit status.
int RunProgram(const Program& program, int argc, const char* const* argv, google::protobuf::Message& configuration,
               const std::function<void()>& serve);

}  // namespace voronka::process
