#pragma once

#include <functional>
#include <string>
#include <vector>

#include "tests/support/system.h"
#include "tests/system/faults/dice.h"

namespace voronka::testing {

// Something that is done to a running system. When it returns, the system is as it should be, and is to go on working.
struct Fault {
  // As `kill crm-0`.
  std::string name;
  std::function<void(System& system, Dice& dice)> strike;
};

// The same fault of each process: of every replica of each service, and of the database.
std::vector<Fault> Kills(const System& system);
std::vector<Fault> Freezes(const System& system);

// What a database does to its clients while it lives.
Fault CleanRestart();
Fault ReadOnly();
Fault OutOfConnections();
Fault FullDisk();

std::vector<Fault> DatabaseFaults();

// In this order: the clock of the database and of the clients is stepped by an hour either way, and back. The history
// must say so.
std::vector<Fault> ClockSteps();

}  // namespace voronka::testing
