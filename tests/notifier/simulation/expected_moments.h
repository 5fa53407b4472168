#pragma once

#include <cstdint>
#include <map>

#include "voronka/crm/v1/task.pb.h"

namespace voronka::simulation {

// By how many seconds before its due time.
using Moments = std::map<int64_t, int64_t>;

// When a task reminds, as protos/voronka/crm/v1/task.proto and protos/voronka/notifier/v1/notification.proto say it.
// Moments in microseconds since 1970 UTC.

// Of a task that was set, or changed in what it reminds of, at `at`.
Moments MomentsOfSet(const crm::v1::Task& task, int64_t at);
// Of a task that passed to another assignee at `at`.
Moments MomentsOfPassed(const crm::v1::Task& task, int64_t at);
// `zone`: of the assignee.
int64_t MomentOfOverdue(const crm::v1::Task& task, const std::string& zone);

int64_t DueOf(const crm::v1::Task& task);

}  // namespace voronka::simulation
