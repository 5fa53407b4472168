#include "distribution_service/background/event_effects.h"

#include <google/protobuf/util/time_util.h>

#include "distribution_service/offers/offers.h"
#include "distribution_service/queues/queue_end.h"

namespace voronka::distribution {
namespace {

using crm::v1::Event;
using crm::v1::User;
using crm::v1::UserChange;
using google::protobuf::util::TimeUtil;

bool IsEnabledAgain(const UserChange& change) {
  return change.before().state() == User::STATE_DISABLED && change.after().state() == User::STATE_ACTIVE;
}

}  // namespace

void EventEffects::Apply(rpc::Session& session, const Event& event) {
  switch (event.change_case()) {
    case Event::kDeal:
      return planner_.Follow(session, event.deal());
    case Event::kPipeline:
      return EndQueues(session, event.pipeline().after(), TimeUtil::TimestampToMicroseconds(event.create_time()));
    case Event::kUser:
      return Follow(session, event.user());
    case Event::kSessionRevoked:
      return revocations_.Revoke(session, event.account_id(), event.session_revoked().session().id());
    default:
      return;
  }
}

void EventEffects::Follow(rpc::Session& session, const UserChange& change) {
  revocations_.Follow(session, session.account_id(), change);
  if (!IsEnabledAgain(change)) return;
  Offers(session).ClearUserDisabled(change.after().id());
  session.AfterCommit([this, account_id = session.account_id()] { reconciler_.Request(account_id); });
}

}  // namespace voronka::distribution
