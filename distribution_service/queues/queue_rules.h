#pragma once

#include <optional>
#include <string>

#include "distribution_service/crm/staff.h"
#include "voronka/crm/v1/pipeline.pb.h"
#include "voronka/distribution/v1/queue.pb.h"
#include "voronka/distribution/v1/rows.pb.h"

namespace voronka::distribution {

// The stage that a queue distributes, by keys.
struct QueuePlace {
  std::string pipeline;
  std::string stage;
};

// Resolves keys and ids. `pipeline`: the one that the queue names, if it exists. `existing`: the queue that is to be
// updated, whose place may not change; NULL: it is new. Throws INVALID_ARGUMENT with all violations.
QueuePlace CheckQueue(const v1::Queue& queue, const std::optional<crm::v1::Pipeline>& pipeline, const Staff& staff,
                      const v1::QueueRow* existing);

}  // namespace voronka::distribution
