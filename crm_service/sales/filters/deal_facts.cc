#include "crm_service/sales/filters/deal_facts.h"

#include <google/protobuf/util/time_util.h>

#include "crm_service/fields/filters/disabled_users.h"
#include "crm_service/fields/filters/said_values.h"
#include "crm_service/sales/approvals/waiting_deals.h"
#include "foundation/calendar/day.h"
#include "foundation/storage/select_by_ids.h"
#include "voronka/crm/v1/inquiry.pb.h"
#include "voronka/crm/v1/task.pb.h"

namespace voronka::crm {

using v1::FieldValue;
using v1::Inquiry;
using v1::Task;

namespace {

constexpr char kOpenTask[] = "deal.has_open_task";
constexpr char kOverdueTask[] = "deal.has_overdue_task";
constexpr char kDisabled[] = "deal.responsible_disabled";
constexpr char kSource[] = "deal.source";

bool IsOverdue(const Task& task, int64_t now) {
  const int64_t due = google::protobuf::util::TimeUtil::TimestampToMicroseconds(task.due_time());
  return (task.all_day() ? calendar::EndOfDay(due, calendar::ZoneNamed(task.time_zone())) : due) <= now;
}

}  // namespace

DealFacts::DealFacts(rpc::Session& session, FilterPlan& plan) : session_(session), plan_(plan) {
  if (!plan.Names(kDisabled)) return;
  const auto users = DisabledUsers(session);
  disabled_.insert(users.begin(), users.end());
  if (MustBeYes(plan.constraints(), kDisabled)) plan.NarrowToUsers("deal.responsible_user_id", users);
}

void DealFacts::Read(const std::vector<int64_t>& deal_ids) {
  if (plan_.Names(kOpenTask) || plan_.Names(kOverdueTask)) ReadTasks(deal_ids);
  if (plan_.Names(kSource)) ReadSources(deal_ids);
}

// Nobody can do anything about the tasks of a deal that waits for an approval.
void DealFacts::ReadTasks(const std::vector<int64_t>& deal_ids) {
  with_open_task_.clear();
  with_overdue_task_.clear();
  for (const auto& task :
       storage::SelectByIds<Task>(session_.db,
                                  "SELECT deal_id, due_time, all_day, time_zone FROM tasks FORCE INDEX (tasks_of_deal) "
                                  "WHERE account_id = ? AND state = ? AND deal_id IN ({ids})",
                                  {session_.account_id(), Task::STATE_OPEN}, deal_ids)) {
    with_open_task_.insert(task.deal_id());
    if (IsOverdue(task, session_.Now())) with_overdue_task_.insert(task.deal_id());
  }
  if (!plan_.Names(kOverdueTask)) return;
  for (const int64_t waiting : WaitingOf(session_, {with_overdue_task_.begin(), with_overdue_task_.end()})) {
    with_overdue_task_.erase(waiting);
  }
}

void DealFacts::ReadSources(const std::vector<int64_t>& deal_ids) {
  sources_.clear();
  for (const auto& inquiry : storage::SelectByIds<Inquiry>(
           session_.db,
           "SELECT i.deal_id, i.source FROM inquiries i FORCE INDEX (inquiries_of_deal) "
           "WHERE i.account_id = ? AND i.deal_id IN ({ids}) AND i.id = (SELECT MIN(id) FROM inquiries "
           "WHERE account_id = i.account_id AND deal_id = i.deal_id)",
           {session_.account_id()}, deal_ids)) {
    const auto* source = Inquiry::Source_descriptor()->FindValueByNumber(inquiry.source());
    if (source != nullptr) sources_.emplace(inquiry.deal_id(), ChoiceOf(*source));
  }
}

std::optional<std::vector<FieldValue>> DealFacts::Find(const std::string& field, const v1::Deal& deal) const {
  if (field == kOpenTask) return YesOrNo(with_open_task_.contains(deal.id()));
  if (field == kOverdueTask) return YesOrNo(with_overdue_task_.contains(deal.id()));
  if (field == kDisabled) return YesOrNo(disabled_.contains(deal.responsible_user_id()));
  if (field != kSource) return std::nullopt;
  std::vector<FieldValue> values;
  const auto source = sources_.find(deal.id());
  if (source != sources_.end()) values.emplace_back().set_choice(source->second);
  return values;
}

std::vector<Narrowing> DealFacts::Narrowings() const {
  std::vector<Narrowing> narrowings;
  const char* open = "SELECT deal_id AS id FROM tasks FORCE INDEX (tasks_by_due) WHERE account_id = ? AND state = ?";
  const std::vector<storage::Value> values{session_.account_id(), Task::STATE_OPEN};
  if (MustBeYes(plan_.constraints(), kOpenTask)) narrowings.push_back({open, values});
  if (MustBeYes(plan_.constraints(), kOverdueTask)) {
    narrowings.push_back({std::string(open) + " AND due_time <= ?", values});
    narrowings.back().values.emplace_back(session_.Now());
  }
  return narrowings;
}

}  // namespace voronka::crm
