#include "tests/bench/system/planned_reminders.h"

#include <google/protobuf/util/time_util.h>

#include <algorithm>
#include <atomic>
#include <string>

#include "foundation/storage/connection.h"
#include "foundation/timers/timer_table.h"
#include "voronka/crm/v1/task.pb.h"
#include "voronka/notifier/v1/push_intent.pb.h"

namespace voronka::bench {
namespace {

using google::protobuf::util::TimeUtil;
using notifier::v1::PushIntent;
using storage::Value;

constexpr int kRowsOfAStatement = 500;
constexpr int64_t kHour = 3'600'000'000;
constexpr int kArmed = 1;

int64_t NextTask() {
  static std::atomic<int64_t> task = 1'000'000'000;
  return ++task;
}

int64_t MicrosOf(testing::Moment moment) { return moment.time_since_epoch().count(); }

int64_t End(const ReminderPlan& plan) { return MicrosOf(plan.first + plan.count * plan.apart); }

crm::v1::Task TaskRemindedAt(int64_t moment, int64_t assignee) {
  crm::v1::Task task;
  task.set_id(NextTask());
  task.set_text("Позвонить и договориться о встрече");
  task.set_assignee_user_id(assignee);
  task.set_state(crm::v1::Task::STATE_OPEN);
  *task.mutable_due_time() = TimeUtil::MicrosecondsToTimestamp(moment + kHour);
  return task;
}

class Rows {
 public:
  explicit Rows(storage::Connection& db) : db_(db) {}

  void Add(int64_t account, int64_t due, const crm::v1::Task& task) {
    const std::vector<Value> row{account,
                                 "reminder",
                                 task.id(),
                                 kHour / 1'000'000,
                                 account % timers::kShards,
                                 kArmed,
                                 due,
                                 due,
                                 storage::Bytes{task.SerializeAsString()}};
    values_.insert(values_.end(), row.begin(), row.end());
    if (++rows_ == kRowsOfAStatement) Write();
  }

  void Write() {
    if (rows_ == 0) return;
    std::string sql = "INSERT INTO timers (account_id, kind, subject, slot, shard, state, due, epoch, payload) VALUES ";
    for (int i = 0; i < rows_; ++i) sql += i == 0 ? "(?, ?, ?, ?, ?, ?, ?, ?, ?)" : ", (?, ?, ?, ?, ?, ?, ?, ?, ?)";
    db_.ExecuteWith(sql, values_);
    values_.clear();
    rows_ = 0;
  }

 private:
  storage::Connection& db_;
  std::vector<Value> values_;
  int rows_ = 0;
};

std::vector<double> MillisIn(const std::vector<storage::Row>& rows) {
  std::vector<double> millis;
  for (const auto& row : rows) millis.push_back(static_cast<double>(row.Int(0)) / 1e3);
  return millis;
}

}  // namespace

void PlanReminders(const std::vector<std::unique_ptr<testing::Account>>& accounts, const ReminderPlan& plan) {
  storage::Connection db(accounts.front()->system().SchemaOf("notifier"));
  Rows rows(db);
  for (int i = 0; i < plan.count; ++i) {
    auto& account = *accounts[i % accounts.size()];
    const auto manager = static_cast<int>(i / accounts.size()) % account.managers();
    const int64_t due = MicrosOf(plan.first + i * plan.apart);
    rows.Add(account.id(), due, TaskRemindedAt(due, account.manager_id(manager)));
  }
  rows.Write();
}

std::vector<double> InboxLateness(const testing::System& system, const ReminderPlan& plan) {
  storage::Connection db(system.SchemaOf("notifier"));
  return MillisIn(db.Query("SELECT create_time - due_time FROM inbox WHERE due_time >= ? AND due_time < ?",
                           MicrosOf(plan.first), End(plan)));
}

std::vector<double> PushLateness(const testing::System& system, const ReminderPlan& plan) {
  storage::Connection db(system.SchemaOf("notifier"));
  return MillisIn(
      db.Query("SELECT p.answer_time - i.due_time FROM inbox i JOIN pushes p ON p.account_id = i.account_id "
               "AND p.user_id = i.user_id AND p.notification_id = i.id "
               "WHERE i.due_time >= ? AND i.due_time < ? AND p.state = ?",
               MicrosOf(plan.first), End(plan), PushIntent::STATE_ACCEPTED));
}

}  // namespace voronka::bench
