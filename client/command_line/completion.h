#pragma once

#include "client/command_line/console.h"
#include "client/command_line/options.h"

namespace voronka::command_line {

// Prints the script that makes bash complete the names of methods and fields.
void PrintCompletion(const Options& options, const Console& console);

// What may follow the words after the first: what the script asks.
void PrintCandidates(const Options& options, const Console& console);

}  // namespace voronka::command_line
