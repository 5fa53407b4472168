#pragma once

#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "foundation/rpc/requests/error.h"
#include "voronka/crm/v1/pipeline.pb.h"
#include "voronka/crm/v1/queue.pb.h"
#include "voronka/crm/v1/user.pb.h"

namespace voronka::crm {

// The stage that a queue distributes, by keys.
struct QueuePlace {
  std::string pipeline;
  std::string stage;
};

// The people of an account, by id.
struct QueueStaff {
  std::set<int64_t> all;
  std::set<int64_t> active;
};

QueueStaff StaffAmong(const std::vector<v1::User>& users);

// A queue may distribute the stage: the pipeline is in use and has it, and deals on it are open.
bool IsDistributable(const v1::Pipeline& pipeline, const std::string& stage);

// Resolves keys and ids, and adds what is wrong with the place, under `queue`. `pipeline`: the one that the queue
// names, if it exists.
QueuePlace CheckPlaceOfQueue(const v1::Queue& queue, const std::optional<v1::Pipeline>& pipeline,
                             rpc::Violations& violations);

// The same of the whole queue. `existing`: the queue that is to be updated, whose place may not change; NULL: it is
// new. Throws INVALID_ARGUMENT with all violations.
QueuePlace CheckQueue(const v1::Queue& queue, const std::optional<v1::Pipeline>& pipeline, const QueueStaff& staff,
                      const v1::Queue* existing);

// As it is stored: what is left out is as usual.
v1::Queue WithUsualTime(v1::Queue queue);

}  // namespace voronka::crm
