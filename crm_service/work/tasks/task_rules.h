#pragma once

#include "foundation/rpc/calls/caller.h"
#include "voronka/crm/v1/task.pb.h"

namespace voronka::crm {

// Throws PERMISSION_DENIED (NOT_YOUR_TASK): a task is changed by who has to do it, who set it, and who leads sales.
void CheckMayChange(const rpc::Caller& caller, const v1::Task& task);

// Throws FAILED_PRECONDITION (TASK_COMPLETED).
void CheckIsOpen(const v1::Task& task);

// When the task is overdue: when it is due, or, of one for a day, at the end of that day in its time zone. Microseconds
// since 1970 UTC.
int64_t OverdueMoment(const v1::Task& task);

// What the next task takes over from the one before it.
v1::Task NextTask(const v1::Task& draft, const v1::Task& before);

}  // namespace voronka::crm
