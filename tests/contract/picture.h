#pragma once

#include <map>
#include <string>
#include <vector>

#include "tests/support/system.h"

namespace voronka::testing {

// A checksum of each table that holds what users know, by its full name.
using Picture = std::map<std::string, std::string>;

// Waits until the services have done what follows from earlier calls.
Picture PictureOf(System& system);

std::vector<std::string> ChangedTables(const Picture& before, const Picture& after);

}  // namespace voronka::testing
