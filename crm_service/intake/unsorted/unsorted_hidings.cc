#include "crm_service/intake/unsorted/unsorted_hidings.h"

#include "voronka/crm/v1/user.pb.h"

namespace voronka::crm {

bool UnsortedHidings::Add(int64_t deal_id) {
  return session_.db.Execute(
             "INSERT INTO unsorted_hidings (account_id, deal_id, user_id, create_time) VALUES (?, ?, ?, ?) "
             "ON DUPLICATE KEY UPDATE user_id = user_id",
             session_.account_id(), deal_id, session_.caller.user_id, session_.Now()) > 0;
}

void UnsortedHidings::Remove(int64_t deal_id) {
  session_.db.Execute("DELETE FROM unsorted_hidings WHERE account_id = ? AND deal_id = ? AND user_id = ?",
                      session_.account_id(), deal_id, session_.caller.user_id);
}

bool UnsortedHidings::IsShownToSomeManager(int64_t deal_id) {
  return !session_.db
              .Query(
                  "SELECT 1 FROM users u WHERE u.account_id = ? AND u.role = ? AND u.state = ? AND NOT EXISTS "
                  "(SELECT 1 FROM unsorted_hidings h WHERE h.account_id = u.account_id AND h.deal_id = ? "
                  "AND h.user_id = u.id) LIMIT 1",
                  session_.account_id(), options::v1::ROLE_MANAGER, v1::User::STATE_ACTIVE, deal_id)
              .empty();
}

}  // namespace voronka::crm
