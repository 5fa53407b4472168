#pragma once

#include <string>
#include <vector>

#include "crm_service/people/access/sight.h"
#include "foundation/rpc/calls/session.h"
#include "voronka/crm/v1/task.pb.h"

namespace voronka::crm {

// Which tasks a caller sees: those that they are assigned or have set, and those of deals that they see. A task without
// a deal goes by its assignee.
class SeenTasks {
 public:
  explicit SeenTasks(rpc::Session& session);

  // Adds the condition to a statement about the table `tasks`.
  void AddTo(std::string& sql, std::vector<storage::Value>& values) const;

 private:
  const rpc::Session& session_;
  const Sight sight_;
};

// Nothing is read for a task of the caller's.
bool SeesTask(rpc::Session& session, const v1::Task& task);

// Throws NOT_FOUND as for a task that does not exist unless the caller sees it.
void RequireSeenTask(rpc::Session& session, const v1::Task& task);

}  // namespace voronka::crm
