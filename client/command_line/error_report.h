#pragma once

#include <string>

#include "client/call_failed.h"

namespace voronka::command_line {

// Everything known about a failed call, for people: code, reason and message, then each violation, the metadata of the
// reason, and when to retry, each on a line of its own.
std::string ErrorReport(const client::CallFailed& failure);

}  // namespace voronka::command_line
