#pragma once

#include <filesystem>
#include <ostream>

#include "client/endpoints.h"
#include "voronka/config/v1/solution.pb.h"

namespace voronka::demo {

// Makes what the demo account does not have yet, and prints who can log in. Harmless to repeat; an
// account whose admin has been given another password is left alone. Throws client::CallFailed.
void MakeAccount(const client::Endpoints& endpoints, const std::filesystem::path& operator_key,
                 const config::v1::Solution& solution, std::ostream& out);

}  // namespace voronka::demo
