#pragma once

#include "client/service_clients.h"
#include "event_consumer/consumer.h"
#include "foundation/events/log.h"
#include "foundation/events/tail.h"
#include "foundation/rpc/server/service.h"
#include "foundation/rpc/server/service_host.h"
#include "foundation/timers/timers.h"
#include "notifier/deliveries/streamed_notes.h"
#include "notifier/events/event_effects.h"
#include "notifier/events/resync.h"
#include "notifier/inbox/snooze_timers.h"
#include "notifier/push/push_sender.h"
#include "notifier/push/vendors/push_services.h"
#include "notifier/streams/subscribers.h"
#include "voronka/config/v1/services.pb.h"

namespace voronka::notifier {

// The service's parts, in the order in which they need one another.
class Notifier {
 public:
  explicit Notifier(const config::v1::Notifier& configuration);

  // Until a signal.
  void Serve(process::StopSignal& stop_signal);

 private:
  void AddPeriodicWork();
  void Start();
  void Stop();

  const process::SystemClock clock_;
  events::Log announcements_;
  rpc::ServiceHost host_;
  PushServices push_services_;
  PushSender push_sender_;
  StreamedNotes streamed_notes_;
  // Writes what is noted; on a thread of its own, as nobody waits for it and it waits for the database.
  rpc::Periodic note_writer_;
  Subscribers subscribers_;
  events::Tail tail_;
  timers::Timers timers_;
  SnoozeTimers snooze_timers_;
  OfferWarnings offer_warnings_;
  TaskReminders task_reminders_;
  ApprovalWaits approval_waits_;
  UnsortedWaits unsorted_waits_;
  EventEffects effects_;
  client::ServiceClients clients_;
  Resync resync_;
  events::Consumer consumer_;
  rpc::Services services_;
};

}  // namespace voronka::notifier
