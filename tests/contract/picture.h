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
// As before, if the call has changed nothing: what it changes is there once it is answered, the event among it. Else it
// waits as well.
Picture PictureAfterCall(System& system, const Picture& before);

std::vector<std::string> ChangedTables(const Picture& before, const Picture& after);

}  // namespace voronka::testing
