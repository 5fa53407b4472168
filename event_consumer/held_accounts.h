#pragma once

#include <atomic>
#include <functional>

#include "client/client.h"
#include "event_consumer/holds.h"
#include "foundation/process/clock.h"
#include "foundation/process/log.h"
#include "foundation/process/metrics.h"
#include "foundation/storage/transaction.h"
#include "voronka/crm/v1/event.pb.h"

namespace voronka::events {

// Not the event's fault: the database will come back, or the transaction may be retried.
bool IsTransient(const std::exception& error);

// Keeps an account whose event cannot have its effect from stopping the others. The account's events from that one on
// wait in the log of the system of record, while the cursor of its partition moves on. They are retried in order, after
// one second at first, then less and less often, down to every five minutes. Once the account has caught up with the
// cursor, it continues with the others.
class HeldAccounts {
 public:
  // Handles one event within the transaction.
  using Handle = std::function<void(storage::Transaction&, const crm::v1::Event&)>;

  HeldAccounts(client::Client& crm, const process::Clock& clock, process::Log& log, process::Metrics& metrics,
               Handle handle);

  // Call in the transaction that has moved the partition's cursor past the event.
  void Hold(storage::Connection& db, const crm::v1::Event& event, const std::string& error);
  // Retries the accounts that are due. Checks once a second, however often it is called.
  void Retry(storage::Connection& db, const std::string& history, const std::atomic<bool>& stopping);

 private:
  void CatchUp(storage::Connection& db, events::Hold hold, const std::string& history,
               const std::atomic<bool>& stopping);
  // False: stop here, until the next retry or for good.
  bool Replay(storage::Connection& db, events::Hold& hold, const crm::v1::Event& event);
  // Locks the cursor. Releases the account if everything up to `offset` has had its effects and the cursor is not
  // beyond that; returns whether it did.
  bool ReleaseIfCaughtUp(storage::Connection& db, const events::Hold& hold, int64_t offset);
  void PutOff(storage::Connection& db, const events::Hold& hold, const crm::v1::Event& event, const std::string& error);
  void GiveUp(storage::Connection& db, const events::Hold& hold);
  void Tell(const crm::v1::Event& event, const std::string& error) const;

  client::Client& crm_;
  const process::Clock& clock_;
  process::Log& log_;
  prometheus::Gauge& held_;
  prometheus::Counter& lost_;
  const Handle handle_;
  int64_t next_look_ = 0;
};

}  // namespace voronka::events
