#pragma once

#include "foundation/rpc/calls/revocations.h"
#include "notifier/reminders/approval_waits.h"
#include "notifier/reminders/offer_warnings.h"
#include "notifier/reminders/task_reminders.h"
#include "notifier/reminders/unsorted_waits.h"

namespace voronka::notifier {

// What an event of the system of record changes here, in the transaction that moves the cursor past it.
class EventEffects {
 public:
  EventEffects(OfferWarnings& offer_warnings, TaskReminders& task_reminders, ApprovalWaits& approval_waits,
               UnsortedWaits& unsorted_waits, rpc::Revocations& revocations)
      : offer_warnings_(offer_warnings),
        task_reminders_(task_reminders),
        approval_waits_(approval_waits),
        unsorted_waits_(unsorted_waits),
        revocations_(revocations) {}

  // Whether Apply has anything to do with the event.
  static bool Concerns(const crm::v1::Event& event);
  // In the transaction that moves the cursor.
  void Apply(rpc::Session& session, const crm::v1::Event& event);

 private:
  OfferWarnings& offer_warnings_;
  TaskReminders& task_reminders_;
  ApprovalWaits& approval_waits_;
  UnsortedWaits& unsorted_waits_;
  rpc::Revocations& revocations_;
};

}  // namespace voronka::notifier
