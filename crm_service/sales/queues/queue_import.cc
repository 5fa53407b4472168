#include "crm_service/sales/queues/queue_import.h"

#include <algorithm>
#include <utility>

#include "crm_service/people/accounts/accounts.h"
#include "crm_service/sales/pipelines/pipelines.h"
#include "crm_service/sales/queues/queue_rules.h"
#include "crm_service/sales/queues/queues.h"

namespace voronka::crm {

using rpc::Session;
using v1::KeptQueue;
using v1::Queue;

namespace {

Queue ImportedQueue(const KeptQueue& kept) {
  Queue queue;
  queue.set_id(kept.id());
  queue.set_pipeline(kept.pipeline());
  queue.set_stage(kept.stage());
  *queue.mutable_member_user_ids() = kept.member_user_ids();
  if (kept.has_take_within()) *queue.mutable_take_within() = kept.take_within();
  *queue.mutable_escalate_to_user_ids() = kept.escalate_to_user_ids();
  queue.set_paused(kept.paused());
  *queue.mutable_create_time() = kept.create_time();
  queue.set_etag(std::max<int64_t>(kept.etag(), 1));
  return queue;
}

bool HasRoomFor(Session& session, const KeptQueue& kept) {
  const auto all = Queues(session).After(0);
  const bool is_taken = std::ranges::any_of(
      all, [&](const Queue& queue) { return queue.pipeline() == kept.pipeline() && queue.stage() == kept.stage(); });
  const auto pipeline = Pipelines(session).Find(kept.pipeline());
  return !is_taken && pipeline && pipeline->key() == kept.pipeline() && IsDistributable(*pipeline, kept.stage());
}

}  // namespace

v1::ImportQueuesResponse ImportQueues(Session& session, const v1::ImportQueuesRequest& request) {
  Accounts(session).Lock();
  Queues queues(session);
  for (const auto& kept : request.queues()) {
    if (kept.id() == 0 || queues.WasKnown(kept.id()) || !HasRoomFor(session, kept)) continue;
    queues.Adopt(WithUsualTime(ImportedQueue(kept)));
  }
  v1::ImportQueuesResponse response;
  for (auto& queue : queues.After(0)) {
    const bool is_asked_for = std::ranges::count(request.queues(), queue.id(), &KeptQueue::id) > 0;
    if (is_asked_for) *response.add_queues() = std::move(queue);
  }
  return response;
}

}  // namespace voronka::crm
