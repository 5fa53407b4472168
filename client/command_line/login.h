#pragma once

#include "client/command_line/console.h"
#include "client/command_line/options.h"

namespace voronka::command_line {

// Begins a session and keeps it as the profile's.
void LogIn(const Options& options, const Console& console);

// Ends the profile's session, on the server and here.
void LogOut(const Options& options, const Console& console);

}  // namespace voronka::command_line
