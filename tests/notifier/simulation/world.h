#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <memory>

#include "notifier/push/vendors/push_services.h"
#include "tests/foundation/process/temporary_folder.h"
#include "tests/notifier/simulation/replica.h"
#include "tests/notifier/simulation/ticking_clock.h"

namespace voronka::simulation {

// Two replicas of the notifier on a schema, and the clock of them all. Seeds run on it one after another, each with an
// account of its own.
class World {
 public:
  explicit World(config::v1::Database database);

  int64_t NewAccount() { return ++accounts_; }
  // Nothing of the account is left to do, and the replicas know nothing of it.
  void Forget(int64_t account);

  const config::v1::Database database;
  TickingClock clock;
  storage::Connection db;
  // Where pushes are handed over.
  notifier::PushSender::Send deliver;
  std::array<std::unique_ptr<Replica>, 2> replicas;

 private:
  const process::TemporaryFolder keys_;
  process::Log log_;
  process::Metrics metrics_;
  int64_t accounts_ = 0;

 public:
  // Only says which devices may register.
  const std::unique_ptr<notifier::PushServices> push_services;
};

}  // namespace voronka::simulation
