#pragma once

#include <memory>
#include <string>

#include "tests/support/janitor.h"
#include "tests/support/process.h"

namespace voronka::bench {

// The reference of tests/edge: Node's Connect server before the same services, not started yet.
std::unique_ptr<testing::Process> NodeGateway(const std::string& services, const testing::Janitor& janitor);

}  // namespace voronka::bench
