#pragma once

#include <functional>
#include <vector>

#include "foundation/events/log.h"
#include "foundation/rpc/server/service_host.h"
#include "notifier/events/event_effects.h"
#include "notifier/inbox/inbox.h"
#include "notifier/inbox/snooze_timers.h"
#include "notifier/schema/migrations.h"
#include "tests/notifier/installation.h"

namespace voronka::notifier {

// A notifier process without its port and without crm_service. Timers fire once they are started.
class Replica {
 public:
  explicit Replica(
      const Installation& installation, events::Log::OnCommitted committed = [](const auto&...) {})
      : announcements_(clock_, std::move(committed)),
        host(installation.Configuration(), Migrations(), &announcements_),
        timers(host.configuration.database(), host.session_context, host.workers, host.log, host.metrics),
        snooze_timers(timers),
        offer_warnings_(timers),
        task_reminders(timers),
        approval_waits(timers),
        unsorted_waits_(timers),
        effects(offer_warnings_, task_reminders, approval_waits, unsorted_waits_, host.revocations),
        db(host.configuration.database()) {}
  ~Replica() {
    timers.Stop();
    host.workers.Stop();
  }

  void InTransaction(int64_t account_id, const std::function<void(rpc::Session&)>& work) {
    rpc::Caller caller;
    caller.account_id = account_id;
    storage::RunTransaction(db, [&](storage::Transaction& transaction) {
      const rpc::Origin origin{"", "test"};
      rpc::Session session(host.session_context, transaction, caller, origin);
      work(session);
    });
  }

  void Deliver(const crm::v1::Event& event) {
    InTransaction(event.account_id(), [&](rpc::Session& session) { effects.Apply(session, event); });
  }

  // A notification for the user: a client wrote, in inquiry `number`.
  void TellUser(int64_t account_id, int64_t user_id, int number) {
    InTransaction(account_id, [&](rpc::Session& session) {
      v1::Notification notification;
      notification.set_kind(v1::Notification::KIND_CLIENT_WROTE);
      notification.set_text(std::to_string(number));
      Inbox(session, user_id).Add("inquiry/" + std::to_string(number), notification);
    });
  }

  // Oldest first.
  std::vector<v1::Notification> InboxOf(int64_t account_id, int64_t user_id) {
    return db.Select<v1::Notification>("SELECT {columns} FROM inbox WHERE account_id = ? AND user_id = ? ORDER BY id",
                                       account_id, user_id);
  }

  // When the timer fires; nothing if it is not armed.
  std::optional<int64_t> DueOf(const timers::TimerKey& key) {
    const auto timer = timers::TimerTable(db).Find(key);
    return timer ? std::optional(timer->due) : std::nullopt;
  }

 private:
  const process::SystemClock clock_;
  events::Log announcements_;

 public:
  rpc::ServiceHost host;
  timers::Timers timers;
  SnoozeTimers snooze_timers;

 private:
  OfferWarnings offer_warnings_;

 public:
  TaskReminders task_reminders;
  ApprovalWaits approval_waits;

 private:
  UnsortedWaits unsorted_waits_;

 public:
  EventEffects effects;
  storage::Connection db;
};

}  // namespace voronka::notifier
