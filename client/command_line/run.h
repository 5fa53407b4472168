#pragma once

#include "client/command_line/console.h"
#include "client/command_line/options.h"

namespace voronka::command_line {

// Does what the options ask; reports mistakes and failures on the console.
ExitStatus Run(const Options& options, const Console& console);

}  // namespace voronka::command_line
