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

// No fault of an event: the database will be back, or the transaction may be run again.
bool IsPassing(const std::exception& error);

// One account whose event cannot have its effect must not stop the others: its events from that one on wait here, in
// the log of the system of record, while the cursor of its partition goes on. They are tried again, in order, after a
// second, then ever more seldom, down to every five minutes; when the account has caught up with the cursor, it goes on
// with the others.
class HeldAccounts {
 public:
  // Gives an event its effect.
  using Handle = std::function<void(storage::Transaction&, const crm::v1::Event&)>;

  HeldAccounts(client::Client& crm, const process::Clock& clock, process::Log& log, process::Metrics& metrics,
               Handle handle);

  // In the transaction that has moved the partition's cursor past the event.
  void Hold(storage::Connection& db, const crm::v1::Event& event, const std::string& error);
  // Tries those that are due. Looks once a second, however often it is asked.
  void Retry(storage::Connection& db, const std::string& history, const std::atomic<bool>& stopping);

 private:
  void CatchUp(storage::Connection& db, events::Hold hold, const std::string& history,
               const std::atomic<bool>& stopping);
  // False: that was all, for now or for good.
  bool Replay(storage::Connection& db, events::Hold& hold, const crm::v1::Event& event);
  // Whether everything of the account up to the cursor, which is locked, has had its effects, when it has up to
  // `offset`: then it is held no more.
  bool ReleaseIfCaughtUp(storage::Connection& db, const events::Hold& hold, int64_t offset);
  void PutOff(storage::Connection& db, const events::Hold& hold, const crm::v1::Event& event, const std::string& error);
  void GiveUp(storage::Connection& db, const events::Hold& hold);
  void Tell(const crm::v1::Event& event, const std::string& error) const;

  client::Client& crm_;
  const process::Clock& clock_;
  process::Log& log_;
  prometheus::Gauge& held_;
  const Handle handle_;
  int64_t next_look_ = 0;
};

}  // namespace voronka::events
