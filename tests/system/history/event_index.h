#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include "tests/system/history/history.h"

// The events of a history, indexed by what they are about. The history must outlive the result.
namespace voronka::testing {

using Events = std::vector<const crm::v1::Event*>;

// Account and deal.
using DealKey = std::pair<int64_t, int64_t>;

// The changes of each deal, in order.
std::map<DealKey, Events> ChangesOfDeals(const History& history);

// Account, method and request_id.
using RequestKey = std::tuple<int64_t, std::string, std::string>;

RequestKey KeyOf(const Operation& operation);

// The events of each request.
std::map<RequestKey, Events> EventsOfRequests(const History& history);

}  // namespace voronka::testing
