#include "crm_service/people/sessions/session_rules.h"

#include <google/protobuf/util/time_util.h>

#include <algorithm>

namespace voronka::crm {

using google::protobuf::util::TimeUtil;

bool IsAlive(const v1::Session& session, int64_t now) {
  return TimeUtil::TimestampToMicroseconds(session.expire_time()) > now;
}

v1::Session Ended(v1::Session session, int64_t now) {
  const auto end = TimeUtil::MicrosecondsToTimestamp(now);
  *session.mutable_revoke_time() = end;
  *session.mutable_expire_time() = std::min(session.expire_time(), end);
  return session;
}

}  // namespace voronka::crm
