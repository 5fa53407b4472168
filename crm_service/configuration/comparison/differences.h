#pragma once

#include <vector>

#include "voronka/crm/v1/configuration.pb.h"

namespace voronka::crm {

// How to get from one document to another. Things with a key are compared by it, anything else as a whole. Pure.
std::vector<v1::ConfigurationDifference> Differences(const v1::Configuration& before, const v1::Configuration& after);

}  // namespace voronka::crm
