#pragma once

#include "foundation/rpc/calls/caller.h"
#include "voronka/crm/v1/task.pb.h"

namespace voronka::crm {

// Throws PERMISSION_DENIED (NOT_YOUR_TASK) unless the caller is the assignee, set the task, or leads sales.
void CheckMayChange(const rpc::Caller& caller, const v1::Task& task);

// Throws FAILED_PRECONDITION (TASK_COMPLETED).
void CheckIsOpen(const v1::Task& task);

// When the task becomes overdue: at its due time, or, for an all-day task, at the end of that day in the task's time
// zone. Microseconds since 1970 UTC.
int64_t OverdueMoment(const v1::Task& task);

// Fills in what the next task inherits from the one before it.
v1::Task NextTask(const v1::Task& draft, const v1::Task& before);

}  // namespace voronka::crm
