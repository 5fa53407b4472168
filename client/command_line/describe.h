#pragma once

#include "client/command_line/console.h"
#include "client/command_line/options.h"

namespace voronka::command_line {

// The methods of all services, or of the one that is named.
void List(const Options& options, const Console& console);

// A method with what it takes and gives and who may call it, or the fields of a message.
void Describe(const Options& options, const Console& console);

}  // namespace voronka::command_line
