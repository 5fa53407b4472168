#pragma once

#include <cstdint>
#include <vector>

#include "crm_service/fields/field_sets/field_name.h"
#include "crm_service/people/access/role_accesses.h"
#include "foundation/rpc/calls/session.h"
#include "voronka/crm/v1/configuration.pb.h"
#include "voronka/crm/v1/queue.pb.h"
#include "voronka/crm/v1/user.pb.h"

namespace voronka::crm {

// The resources that an account's configuration is made of, whole: with their ids, and with the archived ones.
struct AccountConfiguration {
  FieldSetsByEntity field_sets;
  // In order of id.
  std::vector<v1::Pipeline> pipelines;
  std::vector<v1::Form> forms;
  AccessByRole role_access;
  // In order of id.
  std::vector<v1::Queue> queues;
  // The users, by whose logins documents name the people of queues. They are not part of it: as they are now.
  std::vector<v1::User> people;
};

AccountConfiguration ReadConfiguration(rpc::Session& session);

// As it was at a version. Throws NOT_FOUND.
AccountConfiguration ReadConfigurationAt(rpc::Session& session, int64_t version);

}  // namespace voronka::crm
