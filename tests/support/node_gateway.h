#pragma once

#include <filesystem>
#include <memory>

#include "client/endpoints.h"
#include "tests/support/process.h"

namespace voronka::testing {

// The reference of tests/gateway/served: Node's Connect server in front of the same services, not started yet.
std::unique_ptr<Process> NodeGateway(const client::Endpoints& services, const std::filesystem::path& folder);

}  // namespace voronka::testing
