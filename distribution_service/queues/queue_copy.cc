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

}  // namespace

bool IsNews(const Queue& queue, const QueueRow& row, Trust trust) {
  if (queue.pipeline() != row.pipeline() || queue.stage() != row.stage()) return true;
  return trust == Trust::kWhatIsTold ? queue.etag() != row.etag() : queue.etag() > row.etag();
}

namespace {

// `row`: what the stage has, locked.
bool IsToBeTaken(Queues& queues, const Queue& queue, const std::optional<QueueRow>& row, Trust trust) {
  if (row && row->id() == queue.id()) return IsNews(queue, *row, trust);
  if (trust == Trust::kWhatIsTold) return true;
  const bool is_overtaken = row && row->id() > queue.id();
  return !is_overtaken && !queues.HasEnded(queue.id(), TimeUtil::TimestampToMicroseconds(queue.create_time()));
}

}  // namespace

bool TakeOver(rpc::Session& session, const Queue& queue, Trust trust) {
  Queues queues(session);
  auto row = queues.LockOfStage(queue.pipeline(), queue.stage());
  if (!IsToBeTaken(queues, queue, row, trust)) return false;
  if (row && row->id() == queue.id()) {
    Replace(queue, *row);
    queues.Save(*row);
    return true;
  }
  if (row) queues.End(*row);
  row = NewRow(queue);
  Replace(queue, *row);
  // Nothing else may have the id, after a restore either.
  EndQueue(session, queue.id());
  queues.ForgetEnd(queue.id());
  queues.Insert(*row);
  return true;
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
