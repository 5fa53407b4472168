#include "notifier/inbox/inbox_owner.h"

#include "foundation/rpc/requests/error.h"
#include "notifier/recipients/recipients.h"

namespace voronka::notifier {

int64_t OwnerOfInbox(rpc::Session& session, int64_t user_id) {
  if (user_id == 0 || user_id == session.caller.user_id) return session.caller.user_id;
  if (!session.caller.LeadsSales()) {
    throw rpc::Error(rpc::Code::kPermissionDenied, {"NOT_YOURS",
                                                    "user_id",
                                                    {"Only those who lead sales see another user's notifications.",
                                                     "Чужие уведомления видят только те, кто руководит продажами."}});
  }
  if (!Recipients(session.db, session.account_id()).Knows(user_id)) throw rpc::NotFound("user", user_id);
  return user_id;
}

}  // namespace voronka::notifier
