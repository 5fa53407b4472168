#include "crm_service/people/sessions/session_revocation.h"

#include "crm_service/log/events/record.h"
#include "crm_service/people/sessions/session_rules.h"
#include "voronka/crm/v1/event.pb.h"

namespace voronka::crm {

v1::Session SessionRevocation::Revoke(const v1::Session& locked) {
  if (!IsAlive(locked, session_.Now())) return locked;
  v1::Session ended = Ended(locked, session_.Now());
  sessions_.Update(ended);
  revocations_.Revoke(session_, account_id_, ended.id());
  v1::Event event;
  event.set_account_id(account_id_);
  *event.mutable_session_revoked()->mutable_session() = ended;
  Record(session_, std::move(event));
  return ended;
}

void SessionRevocation::RevokeAllOf(int64_t user_id, int64_t spared_session_id) {
  for (const v1::Session& alive : sessions_.LockAliveOf(user_id)) {
    if (alive.id() != spared_session_id) Revoke(alive);
  }
}

}  // namespace voronka::crm
