#pragma once

#include "client/command_line/console.h"
#include "client/command_line/options.h"

namespace voronka::command_line {

// Starts a session and stores it in the profile.
void LogIn(const Options& options, const Console& console);

// Ends the profile's session, on the server and locally.
void LogOut(const Options& options, const Console& console);

}  // namespace voronka::command_line
