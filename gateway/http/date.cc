#include "gateway/http/date.h"

#include <fmt/chrono.h>

namespace voronka::gateway {

std::string HttpDate(std::time_t moment) { return fmt::format("{:%a, %d %b %Y %H:%M:%S} GMT", fmt::gmtime(moment)); }

}  // namespace voronka::gateway
