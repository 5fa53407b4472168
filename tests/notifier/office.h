#pragma once

#include <gtest/gtest.h>

#include <optional>
#include <string>

#include "tests/notifier/eventually.h"
#include "tests/notifier/people.h"
#include "tests/notifier/proto_text.h"
#include "tests/notifier/replica.h"
#include "tests/support/changes.h"
#include "voronka/crm/v1/deal.pb.h"
#include "voronka/crm/v1/task.pb.h"
#include "voronka/crm/v1/user.pb.h"

namespace voronka::notifier {

// An account in which Anna has deal 7 on offer and task 5 to do, and a replica that hears of both.
class Office : public ::testing::Test {
 protected:
  static crm::v1::Event Hired(const std::string& user) {
    return testing::Created(kAccount, Proto<crm::v1::User>(user));
  }

  static crm::v1::Deal OnOfferToAnna(int64_t deadline) {
    auto deal = Proto<crm::v1::Deal>("id: 7 responsible_user_id: 2 offer_attempt: 1");
    *deal.mutable_offer_deadline() = Timestamp(deadline);
    return deal;
  }
  static crm::v1::Event OfferToAnna(int64_t deadline) {
    return testing::Changed(kAccount, Proto<crm::v1::Deal>("id: 7"), OnOfferToAnna(deadline),
                            crm::v1::ResourceChange::KIND_OFFERED);
  }

  // Anna's task, created by Boris.
  static crm::v1::Task Task(int64_t due, const std::string& rest = "") {
    auto task =
        Proto<crm::v1::Task>("id: 5 text: 'Позвонить' assignee_user_id: 2 setter_user_id: 3 state: STATE_OPEN " + rest);
    *task.mutable_due_time() = Timestamp(due);
    return task;
  }
  static crm::v1::Task AssignedTo(int64_t user_id, crm::v1::Task task) {
    task.set_assignee_user_id(user_id);
    return task;
  }

  int64_t Now() { return replica_.host.clock.NowMicros(); }

  crm::v1::Event Created(const crm::v1::Task& task) { return JustNow(testing::Created(kAccount, task)); }
  crm::v1::Event Changed(const crm::v1::Task& before, const crm::v1::Task& after) {
    return JustNow(testing::Changed(kAccount, before, after));
  }
  // As if the task had been set so long ago that it was to remind before now.
  static crm::v1::Event SetBeforeItsReminder(const crm::v1::Task& task) {
    auto event = testing::Created(kAccount, task);
    *event.mutable_create_time() = Timestamp(DueOf(task) - 31 * kMinute);
    return event;
  }
  // The task, once Anna has been reminded of it.
  crm::v1::Task RemindedOf(const crm::v1::Task& task) {
    replica_.timers.Start();
    replica_.Deliver(SetBeforeItsReminder(task));
    EXPECT_TRUE(Eventually([&] { return !replica_.InboxOf(kAccount, kAnna).empty(); }));
    return task;
  }

  std::optional<int64_t> Reminder(int64_t slot) { return replica_.DueOf({kAccount, "reminder", 5, slot}); }
  std::optional<int64_t> Overdue() { return replica_.DueOf({kAccount, "overdue", 5}); }

  // The user's only notification, for an hour.
  void Snooze(int64_t user_id) {
    const int64_t id = replica_.InboxOf(kAccount, user_id).at(0).id();
    replica_.InTransaction(kAccount,
                           [&](rpc::Session& session) { Inbox(session, user_id).Snooze(id, Now() + 60 * kMinute); });
  }
  v1::Notification::State OnlyStateOf(int64_t user_id) { return replica_.InboxOf(kAccount, user_id).at(0).state(); }

  Installation installation_;
  Replica replica_{installation_};

 private:
  crm::v1::Event JustNow(crm::v1::Event event) {
    *event.mutable_create_time() = Timestamp(Now());
    return event;
  }
  static int64_t DueOf(const crm::v1::Task& task) {
    return google::protobuf::util::TimeUtil::TimestampToMicroseconds(task.due_time());
  }
};

}  // namespace voronka::notifier
