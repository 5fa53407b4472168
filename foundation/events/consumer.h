#pragma once

#include <atomic>
#include <functional>
#include <optional>
#include <span>
#include <thread>
#include <vector>

#include "client/client.h"
#include "foundation/process/log.h"
#include "foundation/rpc/session.h"
#include "voronka/crm/v1/event.pb.h"

namespace voronka::events {

// Follows the event log of the system of record. Each event has its effect once: the cursor moves, by compare-and-set,
// in the transaction of the effects, whichever replica gets there first. What has arrived is one transaction, as far as
// that stays short, for a commit is what costs; one message at a time where that has failed, so that what can be done
// is done.
class Consumer {
 public:
  using Handle = std::function<void(rpc::Session&, const crm::v1::Event&)>;
  // The events between the cursor and the log's head are gone: take what there is now as the truth.
  using Resync = std::function<void(storage::Connection&)>;

  Consumer(const config::v1::Database& database, const rpc::Surroundings& surroundings, client::Client& crm,
           process::Log& log, Handle handle, Resync resync);
  ~Consumer() { Stop(); }

  void Start();
  void Stop();

 private:
  using Watched = client::Stream<crm::v1::WatchResponse>;
  using Events = std::vector<crm::v1::Event>;

  void Loop();
  void Follow();
  crm::v1::WatchRequest Position();
  void Take(crm::v1::WatchResponse response, Watched& stream);
  // With those that have arrived since; returns what arrived next instead of events.
  std::optional<crm::v1::WatchResponse> TakeEvents(crm::v1::WatchResponse response, Watched& stream);
  // In one transaction, as many of the first steps as fit into its time; returns how many.
  size_t ApplyTogether(std::span<const Events> steps);
  void Apply(storage::Transaction& transaction, const Events& events);
  // From where it is known to be, else from where it is; returns that. Locks it until the transaction ends, so that a
  // replica which comes second waits and then sees that there is nothing left to do.
  int64_t MoveCursor(storage::Connection& db, int partition, int64_t to);
  static bool MoveCursorFrom(storage::Connection& db, int partition, int64_t from, int64_t to);
  void StartCursor(storage::Connection& db, int partition, int64_t to);
  void StartOver(const crm::v1::Bookmark& heads);
  void KeepHistory(const crm::v1::Bookmark& bookmark);

  const rpc::Surroundings& surroundings_;
  storage::Connection db_;
  client::Client& crm_;
  process::Log& log_;
  const Handle handle_;
  const Resync resync_;
  std::string history_;
  // By partition: the cursor, where no other replica has moved it since.
  std::vector<int64_t> positions_;
  // Said once, not at every attempt.
  bool failing_ = false;
  // Since a failure, until events have had their effects.
  bool one_at_a_time_ = false;
  std::atomic<bool> stopping_ = false;
  std::thread thread_;
};

}  // namespace voronka::events
