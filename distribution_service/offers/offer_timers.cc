#include "distribution_service/offers/offer_timers.h"

#include <google/protobuf/util/time_util.h>

#include "distribution_service/offers/deal_plan.h"

namespace voronka::distribution {
namespace {

using google::protobuf::util::TimeUtil;
using v1::OfferRow;

timers::TimerKey KeyOf(const rpc::Session& session, const OfferRow& offer) {
  return {session.account_id(), OfferTimers::kKind, offer.deal_id(), offer.attempt()};
}

}  // namespace

void OfferTimers::Set(rpc::Session& session, const OfferRow& offer) {
  if (!IsOpen(offer)) return Cancel(session, offer);
  if (offer.state() == v1::Offer::STATE_PLANNED) return timers_.ArmLeased(session, KeyOf(session, offer));
  SetAt(session, offer, TimeUtil::TimestampToMicroseconds(offer.deadline()));
}

void OfferTimers::SetAt(rpc::Session& session, const OfferRow& offer, int64_t due) {
  timers_.Arm(session, {.key = KeyOf(session, offer), .due = due, .payload = ""});
}

void OfferTimers::Cancel(rpc::Session& session, const OfferRow& offer) {
  timers::TimerTable(session.db).Cancel(KeyOf(session, offer));
}

}  // namespace voronka::distribution
