#pragma once

#include <string>

namespace voronka::testing {

// A free address, for example `127.0.0.1:23456`. The port is outside the system's range for outgoing connections, and
// no other test gets it while this one runs, so it is still free when a killed process is restarted.
std::string FreeAddress();

}  // namespace voronka::testing
