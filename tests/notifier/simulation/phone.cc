#include "tests/notifier/simulation/phone.h"

#include <google/protobuf/util/time_util.h>

namespace voronka::simulation {

using google::protobuf::util::TimeUtil;

void Phone::Receive(const notifier::v1::PushMessage& message, int64_t now) {
  if (message.session_id() != session) return;
  if (message.signed_out()) return Forget();
  const Tag tag{message.notification_id(), message.occurrence()};
  if (message.close()) {
    showing_.erase(tag);
    known_.insert(tag);
    return;
  }
  if (message.has_expire_time() && TimeUtil::TimestampToMicroseconds(message.expire_time()) <= now) return;
  if (known_.insert(tag).second) showing_.insert(tag);
}

}  // namespace voronka::simulation
