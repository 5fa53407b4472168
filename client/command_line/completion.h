#pragma once

#include "client/command_line/console.h"
#include "client/command_line/options.h"

namespace voronka::command_line {

// Prints the script that makes bash complete method and field names.
void PrintCompletion(const Options& options, const Console& console);

// Prints what may follow the words after the first: called by the script.
void PrintCandidates(const Options& options, const Console& console);

}  // namespace voronka::command_line
