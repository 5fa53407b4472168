#include "tests/notifier/simulation/company.h"

#include <fmt/format.h>
#include <google/protobuf/util/time_util.h>

#include <array>
#include <utility>

#include "foundation/rpc/calls/partition.h"
#include "tests/notifier/proto_text.h"
#include "tests/notifier/simulation/beginnings.h"
#include "tests/notifier/simulation/times.h"
#include "tests/support/changes.h"
#include "voronka/crm/v1/session.pb.h"

namespace voronka::simulation {

using crm::v1::Deal;
using crm::v1::ResourceChange;
using crm::v1::Task;
using namespace std::chrono_literals;

namespace {

std::string Words(const Task& task) {
  std::string reminders = task.has_reminders() ? "" : " as usual";
  for (const auto& before : task.reminders().before()) reminders += fmt::format(" {}", before.seconds());
  return fmt::format("task {} of user {}, set by {}, {} {} {}, reminders{}", task.id(), task.assignee_user_id(),
                     task.setter_user_id(), task.all_day() ? "all day" : "due",
                     google::protobuf::util::TimeUtil::ToString(task.due_time()), task.time_zone(), reminders);
}

}  // namespace

void Company::Append(crm::v1::Event event) {
  event.set_partition(rpc::PartitionOf(account));
  event.set_offset(++offset_);
  *event.mutable_create_time() = notifier::Timestamp(clock_.NowMicros());
  log_.push_back(std::move(event));
}

std::string Company::Hire(int64_t user, const std::string& zone) {
  crm::v1::User hired;
  hired.set_id(user);
  hired.set_display_name("Анна");
  hired.set_role(options::v1::ROLE_MANAGER);
  hired.set_state(crm::v1::User::STATE_ACTIVE);
  hired.set_time_zone(zone);
  const auto [known, is_new] = users_.try_emplace(user, hired);
  Append(is_new ? testing::Created(account, hired) : testing::Changed(account, known->second, hired));
  known->second = hired;
  return fmt::format("user {} is in {}", user, zone);
}

std::string Company::SetTask() {
  Task task;
  task.set_id(++tasks_);
  task.set_text("Позвонить");
  task.set_state(Task::STATE_OPEN);
  task.set_assignee_user_id(SomeUser());
  task.set_setter_user_id(dice_.Once(4) ? 0 : SomeUser());
  task.set_all_day(dice_.Once(6));
  if (dice_.Once(4)) task.set_time_zone(kZones[dice_.Throw(kZones.size())]);
  Draft(task);
  DraftReminders(task);
  Append(testing::Created(account, task));
  open_tasks_.push_back(task);
  return "a new task: " + Words(task);
}

void Company::Draft(Task& task) {
  const auto ahead = dice_.Once(2) ? dice_.Between(10s, 2h) : dice_.Between(2h, 30h);
  *task.mutable_due_time() = notifier::Timestamp(clock_.NowMicros() + std::chrono::microseconds(ahead).count());
}

void Company::DraftReminders(Task& task) {
  static constexpr std::array<int64_t, 6> kSecondsBefore = {0, 60, 600, 1800, 3600, 86400};
  task.clear_reminders();
  if (dice_.Once(3)) return;
  task.mutable_reminders();
  for (const int64_t seconds : kSecondsBefore) {
    if (dice_.Once(3)) task.mutable_reminders()->add_before()->set_seconds(seconds);
  }
}

Task* Company::SomeTask() { return open_tasks_.empty() ? nullptr : &open_tasks_[dice_.Throw(std::ssize(open_tasks_))]; }

std::string Company::ChangeTask() {
  Task* task = SomeTask();
  if (task == nullptr) return SetTask();
  const Task before = *task;
  if (dice_.Once(2)) Draft(*task);
  if (dice_.Once(3)) DraftReminders(*task);
  if (dice_.Once(3)) task->set_assignee_user_id(SomeUser());
  if (dice_.Once(4)) task->set_text("Написать");
  Append(testing::Changed(account, before, *task));
  return "a task is changed: " + Words(*task);
}

std::string Company::CompleteTask() {
  Task* task = SomeTask();
  if (task == nullptr) return SetTask();
  Task after = *task;
  after.set_state(Task::STATE_COMPLETED);
  Append(testing::Changed(account, *task, after));
  std::erase_if(open_tasks_, [&](const Task& open) { return open.id() == after.id(); });
  return fmt::format("task {} is completed", after.id());
}

std::string Company::OfferDeal() {
  if (deal_.id() != 0) return EndOffer();
  Deal before;
  before.set_id(++deals_);
  deal_ = before;
  deal_.set_responsible_user_id(SomeUser());
  deal_.set_offer_attempt(1);
  *deal_.mutable_offer_deadline() =
      notifier::Timestamp(clock_.NowMicros() + std::chrono::microseconds(dice_.Between(30s, 15min)).count());
  Append(testing::Changed(account, before, deal_, ResourceChange::KIND_OFFERED));
  return fmt::format("deal {} is offered to user {} until {}", deal_.id(), deal_.responsible_user_id(),
                     google::protobuf::util::TimeUtil::ToString(deal_.offer_deadline()));
}

std::string Company::EndOffer() {
  if (deal_.id() == 0) return OfferDeal();
  const Deal before = std::exchange(deal_, {});
  Deal after = before;
  after.clear_offer_deadline();
  const bool is_taken = dice_.Once(2);
  if (!is_taken) after.clear_responsible_user_id();
  Append(
      testing::Changed(account, before, after, is_taken ? ResourceChange::KIND_TAKEN : ResourceChange::KIND_RECLAIMED));
  return fmt::format("deal {} is {}", after.id(), is_taken ? "taken" : "reclaimed");
}

std::string Company::EndSession(int64_t session) {
  crm::v1::Session ended;
  ended.set_id(session);
  auto event = testing::Created(account, ended);
  event.mutable_change()->set_kind(ResourceChange::KIND_DELETED);
  Append(std::move(event));
  return fmt::format("session {} ends", session);
}

}  // namespace voronka::simulation
