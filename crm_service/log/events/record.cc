#include "crm_service/log/events/record.h"

#include <google/protobuf/util/time_util.h>

#include <utility>

#include "crm_service/log/events/resource_change.h"
#include "crm_service/log/versions/configuration_versions.h"
#include "voronka/crm/v1/event.pb.h"

namespace voronka::crm {

using google::protobuf::Message;
using google::protobuf::util::TimeUtil;

void Record(rpc::Session& session, int64_t account_id, v1::ResourceChange change) {
  v1::Event event;
  event.set_account_id(account_id);
  *event.mutable_create_time() = TimeUtil::MicrosecondsToTimestamp(session.Now());
  event.set_actor_user_id(session.caller.user_id);
  event.set_actor_service(session.caller.service);
  event.set_request_id(session.origin.request_id);
  event.set_cause(session.origin.cause);
  *event.mutable_change() = std::move(change);
  session.Announce({account_id, 0, event.SerializeAsString()});
}

void RecordChange(rpc::Session& session, int64_t account_id, const Message* before, const Message& after) {
  auto change = ChangeOf(before, after);
  const auto& type = *after.GetDescriptor();
  if (IsConfiguration(type)) ConfigurationVersions(session).Note(type, change.resource_id(), before);
  Record(session, account_id, std::move(change));
}

void RecordDeletion(rpc::Session& session, int64_t account_id, const Message& last) {
  auto change = ChangeOf(nullptr, last);
  change.set_kind(v1::ResourceChange::KIND_DELETED);
  const auto& type = *last.GetDescriptor();
  if (IsConfiguration(type)) ConfigurationVersions(session).Note(type, change.resource_id(), &last);
  Record(session, account_id, std::move(change));
}

}  // namespace voronka::crm
