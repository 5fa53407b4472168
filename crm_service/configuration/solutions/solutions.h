#pragma once

#include <string>
#include <vector>

#include "voronka/crm/v1/configuration.pb.h"

namespace voronka::crm {

// Those that come with the program, from the folder `solutions` of the sources, in order of their keys.
const std::vector<v1::Solution>& AllSolutions();

// Throws NOT_FOUND.
const v1::Solution& GetSolution(const std::string& key);

}  // namespace voronka::crm
