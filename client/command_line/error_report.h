#pragma once

#include <string>

#include "client/call_failed.h"

namespace voronka::command_line {

// All that is known about a failed call, for people: code, reason and message, then each violation, what the reason is
// about, and when to try again, on lines of their own.
std::string ErrorReport(const client::CallFailed& failure);

}  // namespace voronka::command_line
