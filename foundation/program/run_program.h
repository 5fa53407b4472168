#pragma once

#include <google/protobuf/message.h>

#include <functional>

#include "foundation/program/command_line.h"

namespace voronka::process {

// The frame of a service's `main`: reads the command line and the configuration it names into `configuration`, then
// calls `serve`. Mistakes and what `serve` throws are printed to standard error. Returns the process's exit status.
int RunProgram(const Program& program, int argc, const char* const* argv, google::protobuf::Message& configuration,
               const std::function<void()>& serve);

}  // namespace voronka::process
