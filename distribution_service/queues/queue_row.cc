#include "distribution_service/queues/queue_row.h"

#include <google/protobuf/util/time_util.h>

#include "distribution_service/rotation/turns.h"

namespace voronka::distribution {
namespace {

constexpr int kDefaultTakeWithinMinutes = 5;

google::protobuf::Duration TakeWithin(const v1::Queue& queue) {
  if (queue.has_take_within()) return queue.take_within();
  return google::protobuf::util::TimeUtil::MinutesToDuration(kDefaultTakeWithinMinutes);
}

}  // namespace

v1::Queue ToQueue(const v1::QueueRow& row) {
  v1::Queue queue;
  queue.set_id(row.id());
  queue.set_pipeline(row.pipeline());
  queue.set_stage(row.stage());
  for (const auto& member : row.turns().members()) queue.add_member_user_ids(member.user_id());
  *queue.mutable_take_within() = row.take_within();
  *queue.mutable_escalate_to_user_ids() = row.escalate_to().user_ids();
  queue.set_paused(row.paused());
  *queue.mutable_create_time() = row.create_time();
  queue.set_etag(row.etag());
  return queue;
}

void Replace(const v1::Queue& queue, v1::QueueRow& row) {
  const auto& members = queue.member_user_ids();
  *row.mutable_turns() = WithMembers(row.turns(), {members.begin(), members.end()});
  *row.mutable_take_within() = TakeWithin(queue);
  *row.mutable_escalate_to()->mutable_user_ids() = queue.escalate_to_user_ids();
  row.set_paused(queue.paused());
}

}  // namespace voronka::distribution
