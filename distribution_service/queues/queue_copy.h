#pragma once

#include <cstdint>

#include "foundation/rpc/calls/session.h"
#include "voronka/crm/v1/queue.pb.h"
#include "voronka/distribution/v1/rows.pb.h"

namespace voronka::distribution {

// The system of record defines the queues. Here is a copy of each, with whose turn it is.

// Members who stay keep their turns. Each returns whether anything has changed.

// Takes over a queue as an event tells it: unless something newer is known of it, or it has ended, or its stage has a
// later queue.
bool TakeOver(rpc::Session& session, const crm::v1::Queue& queue);

// What was kept of a queue before the system of record was asked for it.
struct Seen {
  // 0: nothing.
  int64_t etag = 0;
  // When, in microseconds.
  int64_t time = 0;
};

// Takes over a queue as it was listed. That is how it is, even where something newer is kept: the system of record may
// have been restored, or a release before may have changed the queue here. Only what has come since `seen` may be
// newer.
bool TakeOver(rpc::Session& session, const crm::v1::Queue& queue, const Seen& seen);

// What is told of the queue differs from the row.
bool Differs(const crm::v1::Queue& queue, const v1::QueueRow& row);

// Does nothing if it has ended already.
void EndQueue(rpc::Session& session, int64_t queue_id);

// As the system of record takes it over from a release that kept queues here.
crm::v1::KeptQueue KeptQueueOf(const v1::QueueRow& row);

}  // namespace voronka::distribution
