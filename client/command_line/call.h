#pragma once

#include "client/command_line/console.h"
#include "client/command_line/options.h"

namespace voronka::command_line {

// The first word names a method, the others fill its request; prints what it answers.
void CallMethod(const Options& options, const Console& console);

}  // namespace voronka::command_line
