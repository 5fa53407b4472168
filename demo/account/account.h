#pragma once

#include <filesystem>
#include <ostream>

#include "client/endpoints.h"
#include "demo/account/solution.h"

namespace voronka::demo {

// Creates whatever the solution's demo account lacks, and prints who can log in. Safe to repeat. An account whose
// admin's password has been changed is left alone. Throws client::CallFailed.
void MakeAccount(const client::Endpoints& endpoints, const std::filesystem::path& operator_key,
                 const Solution& solution, std::ostream& out);

}  // namespace voronka::demo
