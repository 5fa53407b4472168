#pragma once

#include <memory>
#include <string>

#include "tests/bench/floor/script.pb.h"
#include "tests/support/janitor.h"
#include "tests/support/process.h"

namespace voronka::bench {

// The program that serves the floor, on an address chosen here. Not started yet.
std::unique_ptr<testing::Process> FloorProcess(Floor floor, const std::string& name, const testing::Janitor& janitor);

}  // namespace voronka::bench
