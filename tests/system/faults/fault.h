#pragma once

#include <functional>
#include <string>
#include <vector>

#include "tests/support/system.h"
#include "tests/system/faults/dice.h"

namespace voronka::testing {

// Something done to a running system. When it returns, the system is whole again and must keep working.
struct Fault {
  // For example `kill crm-0`.
  std::string name;
  std::function<void(System& system, Dice& dice)> strike;
};

// The same fault for each process: every replica of each service, and the database.
std::vector<Fault> Kills(const System& system);
std::vector<Fault> Freezes(const System& system);

// Faults of a database that keeps running.
Fault CleanRestart();
Fault ReadOnly();
Fault OutOfConnections();
Fault FullDisk();

std::vector<Fault> DatabaseFaults();

// In this order: steps the clock of the database and of the clients by an hour in either direction, and back. The
// history must say so.
std::vector<Fault> ClockSteps();

}  // namespace voronka::testing
