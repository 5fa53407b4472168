#include "tests/contract/premises.h"

#include <cstdlib>
#include <future>
#include <memory>
#include <stdexcept>

#include "foundation/storage/connection.h"

namespace voronka::testing {
namespace {

constexpr int64_t kFarAway = 1'000'000;

bool IsThroughEdge() { return std::getenv("VORONKA_THROUGH_EDGE") != nullptr; }

System::Options Options() {
  System::Options options;
  if (IsThroughEdge()) options.gateway.emplace();
  return options;
}

// Each account numbers from 1, so an id of one account would also be valid in the other.
System& WithSequencesMovedOn(System& system, int64_t known_account, int64_t next_account) {
  for (const char* service : {"crm", "distribution", "notifier"}) {
    storage::Connection db(system.SchemaOf(service));
    db.Execute(
        "INSERT INTO id_sequences (account_id, kind, next_id) "
        "SELECT ?, kind, ? FROM id_sequences AS known WHERE account_id = ?",
        next_account, kFarAway, known_account);
  }
  return system;
}

}  // namespace

Premises::Premises()
    : system(Options()),
      ours(system),
      theirs(WithSequencesMovedOn(system, ours.account().id(), ours.account().id() + 1)) {
  if (theirs.account().admin_id() < kFarAway) throw std::logic_error("the accounts have the same numbers");
  if (IsThroughEdge()) edge_.emplace(system.gateway().address());
}

Premises& SharedPremises() {
  // If it cannot be created, every test reports that, and none tries again.
  static const std::shared_future<std::shared_ptr<Premises>> premises =
      std::async(std::launch::deferred, [] { return std::make_shared<Premises>(); }).share();
  return *premises.get();
}

}  // namespace voronka::testing
