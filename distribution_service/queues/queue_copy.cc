#include "distribution_service/queues/queue_copy.h"

#include <google/protobuf/util/time_util.h>

#include <optional>

#include "distribution_service/queues/queues.h"
#include "distribution_service/rotation/turns.h"

namespace voronka::distribution {
namespace {

using crm::v1::Queue;
using google::protobuf::util::TimeUtil;
using v1::QueueRow;

QueueRow NewRow(const Queue& queue) {
  QueueRow row;
  row.set_id(queue.id());
  row.set_pipeline(queue.pipeline());
  row.set_stage(queue.stage());
  *row.mutable_create_time() = queue.create_time();
  return row;
}

void Replace(const Queue& queue, QueueRow& row) {
  const auto& members = queue.member_user_ids();
  *row.mutable_turns() = WithMembers(row.turns(), {members.begin(), members.end()});
  *row.mutable_take_within() = queue.take_within();
  *row.mutable_escalate_to()->mutable_user_ids() = queue.escalate_to_user_ids();
  row.set_paused(queue.paused());
  row.set_etag(queue.etag());
}

bool IsLater(const Queue& queue, const QueueRow& row) {
  return row.id() == queue.id() ? queue.etag() > row.etag() : queue.id() > row.id();
}

// `row`: what the stage has, locked.
void Store(rpc::Session& session, const Queue& queue, const std::optional<QueueRow>& row) {
  Queues queues(session);
  if (row && row->id() == queue.id()) {
    auto changed = *row;
    Replace(queue, changed);
    return queues.Save(changed);
  }
  if (row) queues.End(*row);
  auto added = NewRow(queue);
  Replace(queue, added);
  // Nothing else may have the id, after a restore either.
  EndQueue(session, queue.id());
  queues.ForgetEnd(queue.id());
  queues.Insert(added);
}

}  // namespace

bool TakeOver(rpc::Session& session, const Queue& queue) {
  Queues queues(session);
  const auto row = queues.LockOfStage(queue.pipeline(), queue.stage());
  if (row && !IsLater(queue, *row)) return false;
  const bool is_known = row && row->id() == queue.id();
  const auto created = TimeUtil::TimestampToMicroseconds(queue.create_time());
  if (!is_known && queues.HasEnded(queue.id(), created)) return false;
  Store(session, queue, row);
  return true;
}

bool TakeOver(rpc::Session& session, const Queue& queue, const Seen& seen) {
  Queues queues(session);
  const auto row = queues.LockOfStage(queue.pipeline(), queue.stage());
  const bool is_known = row && row->id() == queue.id();
  const bool is_as_seen = is_known && row->etag() == seen.etag;
  if (row && !is_as_seen && !IsLater(queue, *row)) return false;
  if (!is_known && queues.HasEnded(queue.id(), seen.time)) return false;
  Store(session, queue, row);
  return true;
}

bool Differs(const Queue& queue, const QueueRow& row) {
  return queue.etag() != row.etag() || queue.pipeline() != row.pipeline() || queue.stage() != row.stage();
}

void EndQueue(rpc::Session& session, int64_t queue_id) {
  Queues queues(session);
  if (const auto queue = queues.Lock(queue_id)) queues.End(*queue);
}

crm::v1::KeptQueue KeptQueueOf(const QueueRow& row) {
  crm::v1::KeptQueue kept;
  kept.set_id(row.id());
  kept.set_pipeline(row.pipeline());
  kept.set_stage(row.stage());
  for (const auto& member : row.turns().members()) kept.add_member_user_ids(member.user_id());
  *kept.mutable_take_within() = row.take_within();
  *kept.mutable_escalate_to_user_ids() = row.escalate_to().user_ids();
  kept.set_paused(row.paused());
  *kept.mutable_create_time() = row.create_time();
  kept.set_etag(row.etag());
  return kept;
}

}  // namespace voronka::distribution
