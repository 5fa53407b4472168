#pragma once

#include <string>

namespace voronka::testing {

// As `127.0.0.1:23456`, where nobody listens now. Not one of the ports that the system hands out for outgoing
// connections, so that it is still free when a killed process is started again.
std::string FreeAddress();

}  // namespace voronka::testing
