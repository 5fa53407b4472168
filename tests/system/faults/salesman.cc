#include "tests/system/faults/salesman.h"

#include <algorithm>
#include <thread>

#include "client/request_id.h"
#include "tests/system/requests.h"
#include "voronka/crm/v1/deal_offer.pb.h"
#include "voronka/crm/v1/timeline.pb.h"

namespace voronka::testing {
namespace {

using namespace std::chrono_literals;
using crm::v1::Deal;
using crm::v1::Task;

// How soon a task is due, and how long before that its reminder comes.
constexpr auto kDueWithin = 4s;
constexpr auto kReminder = 2s;
constexpr auto kLastMoment = 15ms;
// A step of the clock may have moved the last moment by an hour.
constexpr auto kLongestWait = 10s;

// Every fifth offer is ignored, however often it is seen.
bool IsIgnored(const Deal& offered) { return (offered.id() + offered.offer_attempt()) % 5 == 0; }

}  // namespace

void Salesman::Work(const Deal& offered) {
  if (!willing_ && offered.has_offer_deadline()) {
    if (IsIgnored(offered)) return;
    if (dice_.Once(10)) return Decline(offered.id());
  }
  if (!Take(offered)) return;
  recorder_.Read(manager_, offered.id());
  AddNote(offered.id());
  PlanNextStep(offered.id());
  if (dice_.Once(2)) MoveOn(offered.id());
  recorder_.Read(manager_, offered.id());
}

bool Salesman::Take(const Deal& offered) {
  if (offered.has_offer_deadline() && !willing_ && dice_.Once(20)) {
    const auto left = MomentOf(offered.offer_deadline()) - Now() - dice_.Between(0ms, 2 * kLastMoment);
    std::this_thread::sleep_for(std::min<std::chrono::microseconds>(left, kLongestWait));
  }
  if (offered.has_offer_deadline() && dice_.Once(3)) {
    const auto taken = recorder_.Ask<Deal>(manager_, testing::Take(offered.id()), Racers());
    if (!taken || taken->stage() == kAccepted) return taken.has_value();
  }
  return recorder_.Ask<Deal>(manager_, MoveTo(kAccepted, offered.id()), Racers()).has_value();
}

void Salesman::Decline(int64_t deal_id) {
  crm::v1::DeclineOfferRequest request;
  request.set_deal_id(deal_id);
  request.set_reason("Не мой регион");
  recorder_.Ask<Deal>(manager_, request);
}

void Salesman::AddNote(int64_t deal_id) {
  crm::v1::AddNoteRequest request;
  request.set_deal_id(deal_id);
  // Unique, to be distinguished from others.
  request.set_text("Обсудили прайс " + client::NewRequestId());
  recorder_.Ask<crm::v1::TimelineEntry>(manager_, request, Racers());
}

void Salesman::PlanNextStep(int64_t deal_id) {
  const auto task = recorder_.Ask<Task>(manager_, TaskDue(Now() + kDueWithin, deal_id, {kReminder}), Racers());
  if (!task) return;
  if (dice_.Once(5)) return FinishTask(task->id());
  if (!dice_.Once(5)) return;
  crm::v1::RescheduleTaskRequest later;
  later.set_task_id(task->id());
  *later.mutable_due_time() = TimestampOf(Now() + kDueWithin);
  recorder_.Ask<Task>(manager_, later);
}

void Salesman::FinishTask(int64_t task_id) {
  crm::v1::CompleteTaskRequest request;
  request.set_task_id(task_id);
  request.set_result("Договорились");
  auto& next = *request.mutable_next_task();
  next.set_text("Отправить договор");
  *next.mutable_due_time() = TimestampOf(Now() + kDueWithin);
  next.mutable_reminders();
  recorder_.Ask<crm::v1::CompleteTaskResponse>(manager_, request, Racers());
}

void Salesman::MoveOn(int64_t deal_id) {
  auto request = MoveTo("price_sent", deal_id);
  if (dice_.Once(6)) {
    request.set_stage("lost");
    request.set_loss_reason("too_expensive");
  }
  recorder_.Ask<Deal>(manager_, request, Racers());
}

}  // namespace voronka::testing
