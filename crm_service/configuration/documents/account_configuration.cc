#include "crm_service/configuration/documents/account_configuration.h"

#include <algorithm>
#include <string>

#include "crm_service/fields/field_sets/field_sets.h"
#include "crm_service/fields/field_sets/system_fields.h"
#include "crm_service/intake/forms/forms.h"
#include "crm_service/log/versions/configuration_versions.h"
#include "crm_service/people/access/access_rules.h"
#include "crm_service/people/users/users.h"
#include "crm_service/sales/pipelines/pipelines.h"
#include "crm_service/sales/queues/queues.h"
#include "foundation/storage/stored_message.h"
#include "voronka/options/v1/resource.pb.h"

namespace voronka::crm {
namespace {

template <class Resource>
bool IsOf(const PreviousState& previous) {
  return previous.resource == Resource::descriptor()->options().GetExtension(options::v1::resource).name();
}

template <class Resource>
void Restore(const PreviousState& previous, std::vector<Resource>& resources) {
  if (!IsOf<Resource>(previous)) return;
  std::erase_if(resources, [&](const Resource& each) { return each.id() == previous.resource_id; });
  if (!previous.state) return;
  auto restored = storage::Stored<Resource>(*previous.state);
  const auto place = std::ranges::find_if(resources, [&](const auto& each) { return each.id() > restored.id(); });
  resources.insert(place, std::move(restored));
}

void Restore(const PreviousState& previous, FieldSetsByEntity& field_sets) {
  if (!IsOf<v1::FieldSet>(previous)) return;
  const auto entity = static_cast<v1::Entity>(previous.resource_id);
  field_sets[entity] =
      previous.state ? WithSystemFields(storage::Stored<v1::FieldSet>(*previous.state)) : UsualFieldSet(entity);
}

void Restore(const PreviousState& previous, AccessByRole& role_access) {
  if (!IsOf<v1::RoleAccess>(previous)) return;
  const auto role = static_cast<options::v1::Role>(previous.resource_id);
  role_access[role] = previous.state ? storage::Stored<v1::RoleAccess>(*previous.state) : UsualAccess(role);
}

void RequireVersion(ConfigurationVersions& versions, int64_t version) {
  if (version > 0) versions.Get(version);
}

}  // namespace

AccountConfiguration ReadConfiguration(rpc::Session& session) {
  return {.field_sets = FieldSets(session).All(),
          .pipelines = Pipelines(session).All(),
          .forms = Forms(session).After(0),
          .role_access = RoleAccesses(session).All(),
          .queues = Queues(session).After(0),
          .people = Users(session).All()};
}

AccountConfiguration ReadConfigurationAt(rpc::Session& session, int64_t version) {
  ConfigurationVersions versions(session);
  RequireVersion(versions, version);
  auto configuration = ReadConfiguration(session);
  for (const auto& previous : versions.StatesAt(version)) {
    Restore(previous, configuration.field_sets);
    Restore(previous, configuration.pipelines);
    Restore(previous, configuration.forms);
    Restore(previous, configuration.role_access);
    Restore(previous, configuration.queues);
  }
  return configuration;
}

}  // namespace voronka::crm
