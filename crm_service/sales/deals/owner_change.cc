#include "crm_service/sales/deals/owner_change.h"

#include "crm_service/people/access/access_rules.h"

namespace voronka::crm {
namespace {

bool MayChooseOwners(rpc::Session& session) {
  if (!MayBeLimited(session.caller.role)) return true;
  const auto rows = session.db.Query("SELECT owner_change_forbidden FROM role_accesses WHERE account_id = ? AND id = ?",
                                     session.account_id(), session.caller.role);
  return rows.empty() || rows.front().Int(0) == 0;
}

}  // namespace

void CheckMayChangeOwner(rpc::Session& session, int64_t before, int64_t after, const std::string& field,
                         rpc::Violations& violations) {
  if (before == after) return;
  violations.AddUnless(MayChooseOwners(session), "OWNER_CHANGE_FORBIDDEN", field,
                       {"Your role may not change who is responsible for a deal.",
                        "Ваша роль не может менять ответственного за сделку."});
}

void CheckMayNameOwner(rpc::Session& session, int64_t named, const std::string& field, rpc::Violations& violations) {
  if (named == 0) return;
  CheckMayChangeOwner(session, session.caller.user_id, named, field, violations);
}

}  // namespace voronka::crm
