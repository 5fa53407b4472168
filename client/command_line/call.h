#pragma once

#include "client/command_line/console.h"
#include "client/command_line/options.h"

namespace voronka::command_line {

// Calls the method that the first word names, with a request filled from the other words, and prints its answer.
void CallMethod(const Options& options, const Console& console);

}  // namespace voronka::command_line
