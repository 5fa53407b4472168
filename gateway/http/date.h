#pragma once

#include <ctime>
#include <string>

namespace voronka::gateway {

// As in the header Date: `Sun, 06 Nov 1994 08:49:37 GMT`. In seconds since 1970 UTC.
std::string HttpDate(std::time_t moment);

}  // namespace voronka::gateway
