#pragma once

#include "client/command_line/console.h"
#include "client/command_line/options.h"

namespace voronka::command_line {

// Prints the methods of all services, or of the named one.
void List(const Options& options, const Console& console);

// Prints a method with its request, its answer and who may call it; or the fields of a message.
void Describe(const Options& options, const Console& console);

}  // namespace voronka::command_line
