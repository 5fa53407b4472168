#include "crm_service/people/sessions/session_revocation.h"

#include <utility>

#include "crm_service/log/events/record.h"
#include "crm_service/log/events/resource_change.h"
#include "crm_service/people/sessions/session_rules.h"

namespace voronka::crm {

v1::Session SessionRevocation::Revoke(const v1::Session& locked) {
  if (!IsAlive(locked, session_.Now())) return locked;
  v1::Session ended = Ended(locked, session_.Now());
  sessions_.Update(ended);
  revocations_.Revoke(session_, account_id_, ended.id());
  auto change = ChangeOf(&locked, ended);
  change.set_kind(v1::ResourceChange::KIND_DELETED);
  Record(session_, account_id_, std::move(change));
  return ended;
}

void SessionRevocation::RevokeAllOf(int64_t user_id, int64_t spared_session_id) {
  for (const v1::Session& alive : sessions_.LockAliveOf(user_id)) {
    if (alive.id() != spared_session_id) Revoke(alive);
  }
}

}  // namespace voronka::crm
