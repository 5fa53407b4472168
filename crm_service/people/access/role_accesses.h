#pragma once

#include <map>

#include "crm_service/log/resources/resource_table.h"
#include "voronka/crm/v1/role_access.pb.h"

namespace voronka::crm {

using AccessByRole = std::map<options::v1::Role, v1::RoleAccess>;

// The table `role_accesses`. A role without a row reads everything.
class RoleAccesses : private ResourceTable<v1::RoleAccess> {
 public:
  using ResourceTable::ResourceTable;

  // Of each role that may be limited.
  AccessByRole All();

  // Locks it for a change.
  v1::RoleAccess Lock(options::v1::Role role);
  // `before` must be locked.
  v1::RoleAccess Save(const v1::RoleAccess& before, v1::RoleAccess after);
};

}  // namespace voronka::crm
