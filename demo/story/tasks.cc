#include "demo/story/tasks.h"

#include <google/protobuf/util/time_util.h>

namespace voronka::demo {
namespace {

constexpr std::chrono::minutes kDueAfterReminder{10};

}  // namespace

crm::v1::Task SetTask(client::Client& assignee, int64_t deal_id, std::string_view text, Moment reminder) {
  crm::v1::CreateTaskRequest request;
  crm::v1::Task& task = *request.mutable_task();
  task.set_deal_id(deal_id);
  task.set_text(text.data(), text.size());
  *task.mutable_due_time() = TimestampOf(reminder + kDueAfterReminder);
  *task.mutable_reminders()->add_before() =
      google::protobuf::util::TimeUtil::MinutesToDuration(kDueAfterReminder.count());
  return assignee.Call<crm::v1::Task>(request);
}

}  // namespace voronka::demo
