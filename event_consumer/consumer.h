#pragma once

#include <atomic>
#include <functional>
#include <optional>
#include <span>
#include <thread>
#include <vector>

#include "client/client.h"
#include "event_consumer/cursors.h"
#include "event_consumer/follow_report.h"
#include "event_consumer/gathered_events.h"
#include "event_consumer/held_accounts.h"
#include "foundation/process/log.h"
#include "foundation/process/metrics.h"
#include "foundation/rpc/calls/session.h"
#include "voronka/crm/v1/event.pb.h"

namespace voronka::events {

// Follows the event log of the system of record. Each event has its effect exactly once: the cursor moves, by
// compare-and-set, in the transaction of the effects, whichever replica gets there first. Commits are the main cost, so
// the events that have arrived share one transaction as long as it stays short; if that fails, each event gets a
// transaction of its own. An account whose event cannot have its effect is held and delays no other account.
//
// Most events have no effect. They cost no transaction: the cursor passes them with the next effect, or within a
// second.
class Consumer {
 public:
  // False only if handling the event would do nothing, whatever the database holds.
  using Concerns = GatheredEvents::Concerns;
  using HandleEvent = std::function<void(rpc::Session&, const crm::v1::Event&)>;
  // The events between the cursor and the log's head are gone: take the present state as the truth.
  using Resync = std::function<void(storage::Connection&)>;

  Consumer(const config::v1::Database& database, const rpc::SessionContext& session_context, client::Client& crm,
           process::Log& log, process::Metrics& metrics, Concerns concerns, HandleEvent handle, Resync resync);
  ~Consumer() { Stop(); }

  void Start();
  void Stop();

 private:
  using Watched = client::Stream<crm::v1::WatchResponse>;
  using Events = GatheredEvents::Events;

  void Loop();
  void Follow();
  void Take(crm::v1::WatchResponse response, Watched& stream);
  // Nothing is left to take at this moment.
  void ReportCaughtUp();
  // Takes these events and those that have arrived since; returns the next response that holds no events.
  std::optional<crm::v1::WatchResponse> TakeEvents(crm::v1::WatchResponse response, Watched& stream);
  // Restores what is known about the cursors if the transaction fails.
  void Transact(const std::function<void(storage::Transaction&)>& body);
  // Applies as many of the first steps as fit into the time of one transaction; returns how many.
  size_t ApplyTogether(std::span<const Events> steps);
  // Applies each event in a transaction of its own; holds the accounts of those that fail.
  void ApplyOneByOne(const Events& events);
  void Hold(const crm::v1::Event& event, const std::string& error);
  // Applies consecutive events of one partition.
  void Apply(storage::Transaction& transaction, std::span<const crm::v1::Event> events);
  void Handle(storage::Transaction& transaction, const crm::v1::Event& event);
  // Moves the cursors past what has been seen.
  void MoveCursors();
  void StartOver(const crm::v1::Bookmark& heads);

  const rpc::SessionContext& session_context_;
  storage::Connection db_;
  client::Client& crm_;
  process::Log& log_;
  const Concerns concerns_;
  const HandleEvent handle_;
  const Resync resync_;
  Cursors cursors_;
  HeldAccounts held_;
  FollowReport report_;
  // Makes a failure be logged once instead of at every attempt.
  bool failing_ = false;
  std::atomic<bool> stopping_ = false;
  std::thread thread_;
};

}  // namespace voronka::events
