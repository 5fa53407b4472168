#pragma once

#include <cstdint>

#include "voronka/crm/v1/activity.pb.h"

namespace voronka::testing {

// An outgoing call that did not reach the client: an attempt.
inline crm::v1::CreateActivityRequest NewCall(int64_t deal_id) {
  crm::v1::CreateActivityRequest request;
  auto& activity = *request.mutable_activity();
  activity.set_deal_id(deal_id);
  activity.set_kind(crm::v1::Activity::KIND_CALL);
  activity.set_direction(crm::v1::Activity::DIRECTION_OUTGOING);
  return request;
}

inline crm::v1::UpdateActivityRequest ChangingActivity(int64_t activity_id) {
  crm::v1::UpdateActivityRequest request;
  request.set_activity_id(activity_id);
  request.mutable_activity();
  return request;
}

inline crm::v1::DeleteActivityRequest DeletingActivity(int64_t activity_id) {
  crm::v1::DeleteActivityRequest request;
  request.set_activity_id(activity_id);
  return request;
}

}  // namespace voronka::testing
