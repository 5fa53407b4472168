#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <functional>

#include "event_consumer/change.h"
#include "tests/support/changes.h"
#include "tests/system/history/checker.h"
#include "tests/system/history/deal_change.h"
#include "tests/system/history/sample.h"

// A legal history passes, and each rule finds what breaks it.
namespace voronka::testing {
namespace {

using namespace std::chrono_literals;
using crm::v1::Deal;
using crm::v1::ResourceChange;
using Outcome = Operation::Outcome;
using ::testing::Contains;
using ::testing::Field;
using ::testing::IsEmpty;

// The violations after the sample has been changed in this way.
std::vector<Violation> After(const std::function<void(History&)>& change) {
  History history = Sample();
  change(history);
  return Check(history);
}

// What the event with this offset tells of a deal, edited.
void EditDeal(History& history, int64_t offset, const std::function<void(DealChange&)>& edit) {
  auto& event = EventAt(history, offset);
  auto change = events::ReadChange<Deal>(event);
  edit(change);
  *event.mutable_change() = Changed(event.account_id(), change.before, change.after, change.kind).change();
}

Deal DealAfter(History& history, int64_t offset) {
  return events::Unpacked<Deal>(EventAt(history, offset).change().after());
}

auto Finds(const char* rule) { return Contains(Field(&Violation::rule, rule)); }

TEST(History, ThatIsLegalPasses) { EXPECT_THAT(Check(Sample()), IsEmpty()); }

TEST(LogHasNoGaps, FindsAMissingOffset) {
  EXPECT_THAT(After([](History& h) { h.events.erase(h.events.begin() + 4); }), Finds("LogHasNoGaps"));
}

TEST(LogHasNoGaps, FindsADuplicateOffset) {
  EXPECT_THAT(After([](History& h) { EventAt(h, kMoved).set_offset(kOffered); }), Finds("LogHasNoGaps"));
}

TEST(AnswersAreExpected, FindsAnInternalError) {
  EXPECT_THAT(After([](History& h) {
                h.operations[kMove].outcome = Outcome::kUnknown;
                h.operations[kMove].reason = "INTERNAL";
              }),
              Finds("AnswersAreExpected"));
}

TEST(AnswersAreEvents, FindsALostAcknowledgedInquiry) {
  EXPECT_THAT(After([](History& h) { EventAt(h, kReceived).set_request_id("another"); }), Finds("AnswersAreEvents"));
}

TEST(AnswersAreEvents, FindsAMoveWithAnotherAnswer) {
  EXPECT_THAT(After([](History& h) { EditDeal(h, kMoved, [](auto& change) { change.after.set_stage("won"); }); }),
              Finds("AnswersAreEvents"));
}

TEST(AnswersAreEvents, FindsConcurrentDuplicatesWithDifferentAnswers) {
  EXPECT_THAT(After([](History& h) { h.operations[kSubmit].answers.push_back(h.operations[kSubmit2].answers[0]); }),
              Finds("AnswersAreEvents"));
}

TEST(AnswersAreEvents, FindsARefusedTaskThatExists) {
  EXPECT_THAT(After([](History& h) { h.operations[kSetTask].outcome = Outcome::kRefused; }), Finds("AnswersAreEvents"));
}

TEST(AnswersAreEvents, AllowsAnUnknownCallToHaveHappenedOrNot) {
  const auto happened = After([](History& h) {
    h.operations[kMove].outcome = Outcome::kUnknown;
    h.operations[kMove].reason = "STALE_EPOCH";
  });
  EXPECT_THAT(happened, IsEmpty());
  const auto not_happened = After([](History& h) {
    h.operations.push_back(h.operations[kSubmit]);
    h.operations.back().request_id = "lost";
    h.operations.back().outcome = Outcome::kUnknown;
    h.operations.back().reason = "STALE_EPOCH";
  });
  EXPECT_THAT(not_happened, IsEmpty());
}

TEST(RequestsActOnce, FindsASecondDealOfOneInquiry) {
  EXPECT_THAT(After([](History& h) { EventAt(h, kCreated2).set_request_id("submit-1"); }), Finds("RequestsActOnce"));
}

TEST(RequestsActOnce, FindsASecondReclaimOfTheSameRequest) {
  EXPECT_THAT(After([](History& h) {
                auto again = EventAt(h, kReclaimed2);
                again.set_offset(static_cast<int64_t>(h.events.size()) + 1);
                h.events.push_back(again);
              }),
              Finds("RequestsActOnce"));
}

TEST(NotesAreKeptOnce, FindsALostNote) {
  EXPECT_THAT(After([](History& h) { h.timeline.clear(); }), Finds("NotesAreKeptOnce"));
}

TEST(NotesAreKeptOnce, FindsADuplicateNote) {
  EXPECT_THAT(After([](History& h) {
                for (const auto& entry : std::vector(h.timeline)) h.timeline.push_back(entry);
              }),
              Finds("NotesAreKeptOnce"));
}

TEST(RequestKeysTellAnswers, FindsAForgottenRequest) {
  EXPECT_THAT(After([](History& h) { h.request_keys.erase(h.request_keys.begin()); }), Finds("RequestKeysTellAnswers"));
}

TEST(RequestKeysTellAnswers, FindsAnotherAnswer) {
  EXPECT_THAT(After([](History& h) { h.request_keys[kMove].answer = h.request_keys[kSubmit].answer; }),
              Finds("RequestKeysTellAnswers"));
}

TEST(DealsAreChains, FindsAChangeFromAStateThatNeverExisted) {
  EXPECT_THAT(After([](History& h) {
                EditDeal(h, kMoved, [](auto& change) { change.before.set_responsible_user_id(kOther); });
              }),
              Finds("DealsAreChains"));
}

TEST(DealsAreChains, FindsAnEpochThatDoesNotChangeWithTheOwner) {
  EXPECT_THAT(After([](History& h) { EditDeal(h, kGiven2, [](auto& change) { change.after.set_epoch(3); }); }),
              Finds("DealsAreChains"));
}

TEST(DealsAreChains, FindsTwoOwners) {
  EXPECT_THAT(After([](History& h) {
                // A take that did not see the reclaim.
                EditDeal(h, kGiven2, [&](auto& change) {
                  change.before = DealAfter(h, kOffered2);
                  change.kind = ResourceChange::KIND_TAKEN;
                });
              }),
              Finds("DealsAreChains"));
}

TEST(OffersKeepTheRules, FindsAnOfferOfAnOwnedDeal) {
  EXPECT_THAT(After([](History& h) {
                EditDeal(h, kOffered, [](auto& change) { change.before.set_responsible_user_id(kOther); });
              }),
              Finds("OffersKeepTheRules"));
}

TEST(OffersKeepTheRules, FindsAReclaimBeforeTheDeadline) {
  EXPECT_THAT(After([](History& h) {
                EditDeal(h, kReclaimed2,
                         [](auto& change) { *change.after.mutable_update_time() = TimestampOf(At(8)); });
              }),
              Finds("OffersKeepTheRules"));
}

TEST(OffersKeepTheRules, FindsATakeLongAfterTheDeadline) {
  EXPECT_THAT(After([](History& h) {
                EditDeal(h, kMoved, [](auto& change) { *change.after.mutable_update_time() = TimestampOf(At(12)); });
              }),
              Finds("OffersKeepTheRules"));
}

TEST(OffersKeepTheRules, FindsATakeRequestedAfterTheDeadline) {
  EXPECT_THAT(After([](History& h) { h.operations[kMove].begin = At(10.5); }), Finds("OffersKeepTheRules"));
}

TEST(OffersKeepTheRules, FindsATakeBySomebodyElse) {
  EXPECT_THAT(After([](History& h) {
                EventAt(h, kMoved).set_actor_user_id(kOther);
                EventAt(h, kMoved).mutable_change()->set_kind(ResourceChange::KIND_TAKEN);
              }),
              Finds("OffersKeepTheRules"));
}

TEST(OrderIsRealTime, FindsAChangeThatPrecedesAnEarlierAnswer) {
  EXPECT_THAT(After([](History& h) {
                std::swap(EventAt(h, kMoved), EventAt(h, kTaskSet));
                EventAt(h, kMoved).set_offset(kMoved);
                EventAt(h, kTaskSet).set_offset(kTaskSet);
              }),
              Finds("OrderIsRealTime"));
}

Reading ReadingOf(History& history, SampleEvent event, double at) {
  return {kAccount, At(at), At(at + 0.1), DealAfter(history, event).SerializeAsString()};
}

TEST(ReadingsAreCurrent, AllowsACurrentReading) {
  EXPECT_THAT(After([](History& h) {
                h.readings = {ReadingOf(h, kMoved, 4), ReadingOf(h, kOffered, 1.5)};
              }),
              IsEmpty());
}

TEST(ReadingsAreCurrent, FindsAStaleReading) {
  EXPECT_THAT(After([](History& h) { h.readings = {ReadingOf(h, kOffered, 4)}; }), Finds("ReadingsAreCurrent"));
}

TEST(ReadingsAreCurrent, FindsAReadingOfAStateThatNeverExisted) {
  EXPECT_THAT(After([](History& h) {
                h.readings = {ReadingOf(h, kMoved, 4)};
                auto deal = DealAfter(h, kMoved);
                deal.set_responsible_user_id(kOther);
                h.readings[0].answer = deal.SerializeAsString();
              }),
              Finds("ReadingsAreCurrent"));
}

TEST(RowsAgreeWithEvents, FindsADealThatDiffersFromItsEvents) {
  EXPECT_THAT(After([](History& h) { h.deals[0].row.set_responsible_user_id(kOther); }), Finds("RowsAgreeWithEvents"));
}

TEST(RowsAgreeWithEvents, FindsATaskWithoutAnEvent) {
  EXPECT_THAT(After([](History& h) {
                h.tasks.push_back({kAccount + 1, h.tasks[0].row});
              }),
              Finds("RowsAgreeWithEvents"));
}

TEST(TotalsAreCounts, FindsATotalThatIsOffByOne) {
  EXPECT_THAT(After([](History& h) { h.totals[0].row.set_deals(2); }), Finds("TotalsAreCounts"));
}

TEST(TotalsAreCounts, FindsAnUncountedDeal) {
  EXPECT_THAT(After([](History& h) { h.totals.pop_back(); }), Finds("TotalsAreCounts"));
}

TEST(VisitsAreMoves, FindsAnExtraAndAMissingVisit) {
  EXPECT_THAT(After([](History& h) { h.visits.push_back(h.visits[0]); }), Finds("VisitsAreMoves"));
  EXPECT_THAT(After([](History& h) { h.visits.pop_back(); }), Finds("VisitsAreMoves"));
}

TEST(TimelineTellsEvents, FindsAnExtraAndAMissingEntry) {
  EXPECT_THAT(After([](History& h) { h.timeline.push_back(h.timeline[0]); }), Finds("TimelineTellsEvents"));
  EXPECT_THAT(After([](History& h) { h.timeline.erase(h.timeline.begin()); }), Finds("TimelineTellsEvents"));
}

TEST(NobodyIsForgotten, FindsAForgottenDeal) {
  EXPECT_THAT(After([](History& h) { h.deals[1].row.set_responsible_user_id(0); }), Finds("NobodyIsForgotten"));
}

TEST(NewsIsToldOnce, FindsAnOfferWithoutANotification) {
  EXPECT_THAT(After([](History& h) { h.inbox.erase(h.inbox.begin()); }), Finds("NewsIsToldOnce"));
}

TEST(NewsIsToldOnce, FindsADuplicateNotificationAndOneWithoutACause) {
  EXPECT_THAT(After([](History& h) { h.inbox.push_back(h.inbox[0]); }), Finds("NewsIsToldOnce"));
  EXPECT_THAT(After([](History& h) { h.inbox[0].user_id = kOther; }), Finds("NewsIsToldOnce"));
}

void EraseKind(History& history, notifier::v1::Notification::Kind kind) {
  std::erase_if(history.inbox, [kind](const auto& kept) { return kept.row.kind() == kind; });
}

TEST(RemindersComeOnce, FindsAMissingReminder) {
  EXPECT_THAT(After([](History& h) { EraseKind(h, notifier::v1::Notification::KIND_TASK_REMINDER); }),
              Finds("RemindersComeOnce"));
}

TEST(RemindersComeOnce, FindsAMissingOverdueNotice) {
  EXPECT_THAT(After([](History& h) { EraseKind(h, notifier::v1::Notification::KIND_TASK_OVERDUE); }),
              Finds("RemindersComeOnce"));
}

TEST(RemindersComeOnce, FindsADuplicateReminder) {
  EXPECT_THAT(After([](History& h) {
                for (const auto kept : std::vector(h.inbox)) {
                  if (kept.row.task_id() != 0) h.inbox.push_back(kept);
                }
              }),
              Finds("RemindersComeOnce"));
}

TEST(RemindersComeOnce, FindsAReminderShownTooEarly) {
  EXPECT_THAT(After([](History& h) {
                for (auto& session : h.subscriptions[0].sessions) {
                  for (auto& delivery : session.deliveries) delivery.arrived = At(1);
                }
              }),
              Finds("RemindersComeOnce"));
}

TEST(RemindersComeOnce, AllowsACompletedTaskToHaveNone) {
  EXPECT_THAT(After([](History& h) {
                auto done = EventAt(h, kTaskSet);
                auto& task = h.tasks[0].row;
                const auto open = task;
                task.set_state(crm::v1::Task::STATE_COMPLETED);
                *done.mutable_change() = Changed(kAccount, open, task).change();
                done.set_offset(static_cast<int64_t>(h.events.size()) + 1);
                done.set_request_id("done");
                h.events.push_back(done);
                h.timeline.push_back({kAccount, {}});
                h.timeline.back().row.set_deal_id(1);
                h.timeline.back().row.set_kind(crm::v1::TimelineEntry::KIND_TASK_COMPLETED);
                h.watches.clear();
                EraseKind(h, notifier::v1::Notification::KIND_TASK_OVERDUE);
              }),
              IsEmpty());
}

}  // namespace
}  // namespace voronka::testing
