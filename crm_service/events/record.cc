#include "crm_service/events/record.h"

#include <google/protobuf/util/time_util.h>

namespace voronka::crm {

using google::protobuf::util::TimeUtil;

void Record(rpc::Session& session, v1::Event change) {
  if (change.account_id() == 0) change.set_account_id(session.account_id());
  *change.mutable_create_time() = TimeUtil::MicrosecondsToTimestamp(session.Now());
  change.set_actor_user_id(session.caller.user_id);
  change.set_actor_service(session.caller.service);
  change.set_request_id(session.origin.request_id);
  change.set_cause(session.origin.cause);
  session.Announce({change.account_id(), 0, change.SerializeAsString()});
}

}  // namespace voronka::crm
