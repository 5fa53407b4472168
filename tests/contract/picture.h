#pragma once

#include <map>
#include <string>
#include <vector>

#include "tests/support/system.h"

namespace voronka::testing {

// A checksum of each table with user data, by the table's full name.
using Picture = std::map<std::string, std::string>;

// Waits until the services have processed the effects of earlier calls.
Picture PictureOf(System& system);

std::vector<std::string> ChangedTables(const Picture& before, const Picture& after);

}  // namespace voronka::testing
