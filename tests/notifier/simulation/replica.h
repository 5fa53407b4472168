#pragma once

#include <functional>
#include <memory>
#include <span>

#include "event_consumer/cursors.h"
#include "foundation/events/log.h"
#include "foundation/process/seeded_random.h"
#include "foundation/rpc/calls/revocations.h"
#include "foundation/timers/timers.h"
#include "notifier/events/event_effects.h"
#include "notifier/inbox/snooze_timers.h"
#include "notifier/push/push_sender.h"

namespace voronka::simulation {

// A process of the notifier: all that decides in it, without its threads. Each of its steps runs when it is called.
class Replica {
 public:
  Replica(const config::v1::Database& database, const process::Clock& clock, notifier::PushSender::Send send);
  ~Replica();

  // It has died, and was started again: what it had in memory is lost.
  void Restart();
  // Its random numbers are the same for the same seed.
  void Begin(uint64_t seed);

  // The effects of the events that no replica has taken yet. They are those of one partition.
  void Follow(std::span<const crm::v1::Event> events);
  // What this process knows to be due. Sweeping, it learns what others have armed.
  void Sweep(int shard);
  void FireTimers();
  void SendPushes();
  void Call(const rpc::Caller& caller, const std::function<void(rpc::Session&, notifier::SnoozeTimers&)>& method);

 private:
  struct Memory;

  const config::v1::Database& database_;
  const notifier::PushSender::Send send_;
  process::Log log_;
  process::Metrics metrics_;
  process::SeededRandom random_{0};
  storage::Ids ids_;
  events::Log announcements_;
  const rpc::SessionContext session_context_;
  // Timers want some; they are never used.
  storage::Workers workers_;
  storage::Connection db_;
  std::unique_ptr<Memory> memory_;
};

}  // namespace voronka::simulation
