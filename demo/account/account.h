#pragma once

#include <filesystem>
#include <ostream>

#include "client/endpoints.h"
#include "voronka/crm/v1/configuration.pb.h"

namespace voronka::demo {

// Creates whatever the demo account lacks, and prints who can log in. Safe to repeat. An account whose admin's password
// has been changed is left alone. Throws client::CallFailed.
void MakeAccount(const client::Endpoints& endpoints, const std::filesystem::path& operator_key,
                 const crm::v1::Configuration& solution, std::ostream& out);

}  // namespace voronka::demo
