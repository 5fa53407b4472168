#pragma once

#include "foundation/rpc/error.h"
#include "foundation/rpc/session.h"
#include "voronka/crm/v1/task.pb.h"
#include "voronka/crm/v1/timeline.pb.h"

namespace voronka::crm {

// The table `tasks`.
class Tasks {
 public:
  explicit Tasks(rpc::Session& session) : session_(session) {}

  // Throws NOT_FOUND.
  v1::Task Get(int64_t id);

  v1::Task Create(const v1::CreateTaskRequest& request);
  v1::CompleteTaskResponse Complete(const v1::CompleteTaskRequest& request);
  v1::Task Reschedule(const v1::RescheduleTaskRequest& request);

 private:
  v1::Task Lock(int64_t id);
  // `path` leads to the draft in the request, as `task.`.
  v1::Task Insert(v1::Task draft, const std::string& path);
  // The user's own, else the account's.
  std::string TimeZoneOf(int64_t user_id);
  void CheckReferences(const v1::Task& task, const std::string& path);
  v1::Task Save(const v1::Task& before, v1::Task after, v1::TimelineEntry::Kind told_as, const std::string& text);
  void Tell(const v1::Task* before, const v1::Task& after, v1::TimelineEntry::Kind told_as, const std::string& text);

  rpc::Session& session_;
};

}  // namespace voronka::crm
