#include "crm_service/sales/queues/queue_steps.h"

#include <google/protobuf/util/message_differencer.h>

#include <utility>
#include <vector>

#include "crm_service/people/accounts/accounts.h"
#include "crm_service/people/users/users.h"
#include "crm_service/sales/pipelines/pipelines.h"
#include "crm_service/sales/queues/queue_rules.h"
#include "crm_service/sales/queues/queues.h"
#include "foundation/rpc/requests/created.h"
#include "foundation/rpc/requests/etag.h"
#include "foundation/rpc/requests/page.h"

namespace voronka::crm {

using rpc::Session;
using v1::Queue;

namespace {

// `existing`: the queue that is updated; NULL: it is new. The account's lock is held, so that the stage stays.
QueuePlace RequireValidQueue(Session& session, const Queue& queue, const Queue* existing) {
  return CheckQueue(queue, Pipelines(session).Find(queue.pipeline()), StaffAmong(Users(session).All()), existing);
}

// What an update replaces: everything but the place.
Queue ReplacedInPlace(const Queue& before, const Queue& wanted) {
  Queue after = before;
  *after.mutable_member_user_ids() = wanted.member_user_ids();
  *after.mutable_escalate_to_user_ids() = wanted.escalate_to_user_ids();
  after.clear_take_within();
  if (wanted.has_take_within()) *after.mutable_take_within() = wanted.take_within();
  after.set_paused(wanted.paused());
  return WithUsualTime(std::move(after));
}

}  // namespace

Queue CreateQueue(Session& session, const v1::CreateQueueRequest& request) {
  Accounts(session).Lock();
  auto queue = WithUsualTime(rpc::Created(request.queue()));
  auto place = RequireValidQueue(session, queue, nullptr);
  queue.set_pipeline(std::move(place.pipeline));
  queue.set_stage(std::move(place.stage));
  return Queues(session).Add(std::move(queue));
}

Queue GetQueue(Session& session, const v1::GetQueueRequest& request) { return Queues(session).Get(request.queue_id()); }

v1::ListQueuesResponse ListQueues(Session& session, const v1::ListQueuesRequest& request) {
  const rpc::Page page(request, {0});
  v1::ListQueuesResponse response;
  page.Fill(Queues(session).After(page.key()), response.mutable_queues(), response.mutable_next_page_token(),
            [](const Queue& queue) { return std::vector{queue.id()}; });
  return response;
}

Queue UpdateQueue(Session& session, const v1::UpdateQueueRequest& request) {
  Queues queues(session);
  const auto before = queues.Lock(request.queue_id());
  RequireValidQueue(session, request.queue(), &before);
  rpc::CheckEtag(request.etag(), before.etag());
  auto after = ReplacedInPlace(before, request.queue());
  if (google::protobuf::util::MessageDifferencer::Equals(before, after)) return before;
  return queues.Save(before, std::move(after));
}

google::protobuf::Empty DeleteQueue(Session& session, const v1::DeleteQueueRequest& request) {
  Queues queues(session);
  const auto last = queues.Lock(request.queue_id());
  rpc::CheckEtag(request.etag(), last.etag());
  queues.Remove(last);
  return {};
}

}  // namespace voronka::crm
