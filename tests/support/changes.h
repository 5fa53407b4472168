#pragma once

#include "crm_service/log/events/resource_change.h"
#include "voronka/crm/v1/event.pb.h"

namespace voronka::testing {

// Events as the system of record writes them.

inline crm::v1::Event Created(int64_t account_id, const google::protobuf::Message& resource) {
  crm::v1::Event event;
  event.set_account_id(account_id);
  *event.mutable_change() = crm::ChangeOf(nullptr, resource);
  return event;
}

inline crm::v1::Event Changed(int64_t account_id, const google::protobuf::Message& before,
                              const google::protobuf::Message& after,
                              crm::v1::ResourceChange::Kind kind = crm::v1::ResourceChange::KIND_UPDATED) {
  crm::v1::Event event;
  event.set_account_id(account_id);
  *event.mutable_change() = crm::ChangeOf(&before, after);
  event.mutable_change()->set_kind(kind);
  return event;
}

}  // namespace voronka::testing
