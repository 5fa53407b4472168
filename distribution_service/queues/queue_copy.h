#pragma once

#include <cstdint>

#include "foundation/rpc/calls/session.h"
#include "voronka/crm/v1/queue.pb.h"
#include "voronka/distribution/v1/rows.pb.h"

namespace voronka::distribution {

// The system of record defines the queues. Here is a copy of each, with whose turn it is.

enum class Trust {
  // What is heard may be older than what is known.
  kWhatIsNewer,
  // The system of record has been restored: what is known here may never have been.
  kWhatIsTold,
};

// What is told of the queue differs from the row.
bool IsNews(const crm::v1::Queue& queue, const v1::QueueRow& row, Trust trust);

// Takes over a queue as it is told of. Members who stay keep their turns. Of two queues of a stage the later stays.
// Returns whether anything has changed.
bool TakeOver(rpc::Session& session, const crm::v1::Queue& queue, Trust trust = Trust::kWhatIsNewer);

// Does nothing if it has ended already.
void EndQueue(rpc::Session& session, int64_t queue_id);

// As the system of record takes it over from a release that kept queues here.
crm::v1::KeptQueue KeptQueueOf(const v1::QueueRow& row);

}  // namespace voronka::distribution
