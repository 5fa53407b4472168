#include "crm_service/people/access/role_accesses.h"

#include <utility>

#include "crm_service/people/access/access_rules.h"
#include "crm_service/people/accounts/accounts.h"

namespace voronka::crm {

using v1::RoleAccess;

AccessByRole RoleAccesses::All() {
  AccessByRole all;
  for (const auto role : kRolesThatMayBeLimited) all.emplace(role, UsualAccess(role));
  for (auto& access :
       session_.db.Select<RoleAccess>("SELECT {columns} FROM role_accesses WHERE account_id = ?", account_id_)) {
    const auto role = access.role();
    all[role] = std::move(access);
  }
  return all;
}

// The account's lock serialises changes: there may be no row yet.
RoleAccess RoleAccesses::Lock(options::v1::Role role) {
  Accounts(session_).Lock();
  return Find(role).value_or(UsualAccess(role));
}

RoleAccess RoleAccesses::Save(const RoleAccess& before, RoleAccess after) {
  if (before.etag() == 0) return AddAs(before.id(), std::move(after));
  return ResourceTable::Save(before, std::move(after));
}

}  // namespace voronka::crm
