#pragma once

#include "client/command_line/console.h"
#include "client/command_line/options.h"

namespace voronka::command_line {

// `solution list | plan | apply | export | history | rollback`: the account's configuration and ready-made ones. Throws
// UsageError.
void RunSolution(const Options& options, const Console& console);

}  // namespace voronka::command_line
