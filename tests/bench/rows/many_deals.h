#pragma once

#include <google/protobuf/message.h>

#include <string>

#include "tests/bench/rows/method_row.h"

namespace voronka::bench {

// Calls a method in the account with 1,000,000 deals and in one with 10,000, and reports whether the first takes at
// most `most` times as long.
void MeasureInManyDeals(const Contest& contest, Report& report, const std::string& what, const std::string& method,
                        const google::protobuf::Message& request, double most);

}  // namespace voronka::bench
