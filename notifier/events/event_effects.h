#pragma once

#include "foundation/rpc/calls/revocations.h"
#include "notifier/reminders/offer_warnings.h"
#include "notifier/reminders/task_reminders.h"

namespace voronka::notifier {

// What an event of the system of record changes here, in the transaction that moves the cursor past it.
class EventEffects {
 public:
  EventEffects(OfferWarnings& offer_warnings, TaskReminders& task_reminders, rpc::Revocations& revocations)
      : offer_warnings_(offer_warnings), task_reminders_(task_reminders), revocations_(revocations) {}

  // Whether Apply has anything to do with the event.
  static bool Concerns(const crm::v1::Event& event);
  // In the transaction that moves the cursor.
  void Apply(rpc::Session& session, const crm::v1::Event& event);

 private:
  OfferWarnings& offer_warnings_;
  TaskReminders& task_reminders_;
  rpc::Revocations& revocations_;
};

}  // namespace voronka::notifier
