#include "crm_service/people/access/access_rules.h"

#include <algorithm>

namespace voronka::crm {

using v1::ReadScope;
using v1::RoleAccess;

namespace {

ReadScope Named(ReadScope scope) { return scope == v1::READ_SCOPE_UNSPECIFIED ? v1::READ_SCOPE_ALL : scope; }

}  // namespace

bool MayBeLimited(options::v1::Role role) {
  return std::ranges::find(kRolesThatMayBeLimited, role) != kRolesThatMayBeLimited.end();
}

RoleAccess UsualAccess(options::v1::Role role) {
  RoleAccess usual;
  usual.set_id(role);
  usual.set_role(role);
  return Replaced(usual, {});
}

void CheckRoleAccess(const RoleAccess& access, rpc::Violations& violations) {
  violations.AddUnless(MayBeLimited(access.role()), "ROLE_SEES_ALL", "role_access.role",
                       {"This role always sees everything.", "Эта роль всегда видит всё."});
}

RoleAccess Replaced(const RoleAccess& before, const RoleAccess& wanted) {
  RoleAccess after = before;
  after.set_deals(Named(wanted.deals()));
  after.set_contacts(Named(wanted.contacts()));
  after.set_companies(Named(wanted.companies()));
  after.set_export_forbidden(wanted.export_forbidden());
  after.set_owner_change_forbidden(wanted.owner_change_forbidden());
  return after;
}

}  // namespace voronka::crm
