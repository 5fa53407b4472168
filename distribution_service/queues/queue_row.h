#pragma once

#include "voronka/distribution/v1/queue.pb.h"
#include "voronka/distribution/v1/rows.pb.h"

namespace voronka::distribution {

v1::Queue ToQueue(const v1::QueueRow& row);
// What an update replaces: members, time to take, escalation and state. Members who stay keep their turns.
void Replace(const v1::Queue& queue, v1::QueueRow& row);

}  // namespace voronka::distribution
