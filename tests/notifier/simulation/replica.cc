#include "tests/notifier/simulation/replica.h"

namespace voronka::simulation {
namespace {

config::v1::Log Quietly() {
  config::v1::Log log;
  log.set_level(config::v1::Log::LEVEL_ERROR);
  return log;
}

}  // namespace

struct Replica::Memory {
  explicit Memory(Replica& process)
      : timers(process.database_, process.session_context_, process.workers_, process.log_, process.metrics_),
        snooze_timers(timers),
        offer_warnings(timers),
        task_reminders(timers),
        approval_waits(timers),
        unsorted_waits(timers),
        effects(offer_warnings, task_reminders, approval_waits, unsorted_waits, revocations),
        push_sender(process.database_, process.session_context_.clock, process.random_, process.send_, process.log_,
                    process.metrics_) {
    cursors.Read(process.db_);
  }

  rpc::Revocations revocations;
  timers::Timers timers;
  notifier::SnoozeTimers snooze_timers;
  notifier::OfferWarnings offer_warnings;
  notifier::TaskReminders task_reminders;
  notifier::ApprovalWaits approval_waits;
  notifier::UnsortedWaits unsorted_waits;
  notifier::EventEffects effects;
  notifier::PushSender push_sender;
  events::Cursors cursors;
};

Replica::Replica(const config::v1::Database& database, const process::Clock& clock, notifier::PushSender::Send send)
    : database_(database),
      send_(std::move(send)),
      log_(Quietly()),
      ids_(database),
      announcements_(clock),
      session_context_{clock, random_, ids_, &announcements_},
      workers_(database, 1, 1),
      db_(database),
      memory_(std::make_unique<Memory>(*this)) {}

Replica::~Replica() = default;

void Replica::Restart() {
  memory_.reset();
  memory_ = std::make_unique<Memory>(*this);
}

void Replica::Begin(uint64_t seed) {
  random_ = process::SeededRandom(seed);
  memory_->cursors.Read(db_);
}

void Replica::Follow(std::span<const crm::v1::Event> events) {
  if (events.empty()) return;
  auto& cursors = memory_->cursors;
  const int partition = events.front().partition();
  const auto known = cursors;
  try {
    storage::RunTransaction(db_, [&](storage::Transaction& transaction) {
      const int64_t previous = cursors.Move(transaction.db, partition, events.back().offset());
      for (const auto& event : events) {
        if (event.offset() <= previous) continue;
        rpc::Caller actor;
        actor.account_id = event.account_id();
        actor.role = options::v1::ROLE_SERVICE;
        const rpc::Origin origin{"", "simulation"};
        rpc::Session session(session_context_, transaction, actor, origin);
        memory_->effects.Apply(session, event);
      }
    });
  } catch (...) {
    cursors = known;
    throw;
  }
}

void Replica::Sweep(int shard) { memory_->timers.Sweep(db_, shard); }

void Replica::FireTimers() { memory_->timers.RunDue(db_); }

void Replica::SendPushes() { memory_->push_sender.Round(); }

void Replica::Call(const rpc::Caller& caller,
                   const std::function<void(rpc::Session&, notifier::SnoozeTimers&)>& method) {
  storage::RunTransaction(db_, [&](storage::Transaction& transaction) {
    const rpc::Origin origin{"", "simulation"};
    rpc::Session session(session_context_, transaction, caller, origin);
    method(session, memory_->snooze_timers);
  });
}

}  // namespace voronka::simulation
