#include "crm_service/log/versions/configuration_versions.h"

#include <google/protobuf/util/time_util.h>

#include <utility>

#include "foundation/storage/stored_message.h"
#include "voronka/options/v1/resource.pb.h"

namespace voronka::crm {

using google::protobuf::Message;
using google::protobuf::util::TimeUtil;
using v1::ConfigurationVersion;

namespace {

const options::v1::Resource& OptionsOf(const google::protobuf::Descriptor& type) {
  return type.options().GetExtension(options::v1::resource);
}

}  // namespace

bool IsConfiguration(const google::protobuf::Descriptor& type) { return !OptionsOf(type).configuration_key().empty(); }

int64_t ConfigurationVersions::Latest() {
  return session_.db
      .Query("SELECT COALESCE(MAX(version), 0) FROM configuration_versions WHERE account_id = ?", session_.account_id())
      .at(0)
      .Int(0);
}

ConfigurationVersion ConfigurationVersions::Get(int64_t version) {
  auto found = session_.db.SelectOne<ConfigurationVersion>(
      "SELECT {columns} FROM configuration_versions WHERE account_id = ? AND version = ?", session_.account_id(),
      version);
  if (found) return *std::move(found);
  throw rpc::NotFound("configuration_version", version);
}

std::vector<ConfigurationVersion> ConfigurationVersions::ListBelow(int64_t below, int limit) {
  return session_.db.Select<ConfigurationVersion>(
      "SELECT {columns} FROM configuration_versions WHERE account_id = ? AND version < ? ORDER BY version DESC LIMIT ?",
      session_.account_id(), below, limit);
}

void ConfigurationVersions::Begin(ConfigurationVersion version) {
  version.set_version(Latest() + 1);
  *version.mutable_create_time() = TimeUtil::MicrosecondsToTimestamp(session_.Now());
  version.set_actor_user_id(session_.caller.user_id);
  version.set_actor_service(session_.caller.service);
  session_.db.Insert("configuration_versions",
                     {{"account_id", session_.account_id()},
                      {"request_id", session_.origin.request_id},
                      {"cause", session_.origin.cause}},
                     version);
}

void ConfigurationVersions::Note(const google::protobuf::Descriptor& type, int64_t resource_id, const Message* before) {
  const storage::Value previous =
      before == nullptr ? storage::Value() : storage::Value(storage::Bytes{storage::Serialised(*before)});
  // A resource that the call changes twice was what the call found first.
  session_.db.Execute(
      "INSERT IGNORE INTO configuration_changes (account_id, version, resource, resource_id, previous) "
      "VALUES (?, ?, ?, ?, ?)",
      session_.account_id(), OfThisCall(), OptionsOf(type).name(), resource_id, previous);
}

// The newest one, if this call has made it: nobody else makes one meanwhile.
int64_t ConfigurationVersions::OfThisCall() {
  const auto rows = session_.db.Query(
      "SELECT version FROM configuration_versions WHERE account_id = ? AND version = ? AND request_id = ? AND "
      "cause = ? AND actor_user_id = ? AND actor_service = ?",
      session_.account_id(), Latest(), session_.origin.request_id, session_.origin.cause, session_.caller.user_id,
      session_.caller.service);
  if (!rows.empty()) return rows[0].Int(0);
  ConfigurationVersion edited;
  edited.set_kind(ConfigurationVersion::KIND_EDITED);
  Begin(std::move(edited));
  return Latest();
}

std::vector<PreviousState> ConfigurationVersions::StatesAt(int64_t version) {
  std::vector<PreviousState> states;
  for (auto& row : session_.db.Query(
           "SELECT c.resource, c.resource_id, c.previous FROM configuration_changes c JOIN "
           "(SELECT resource, resource_id, MIN(version) AS version FROM configuration_changes "
           "WHERE account_id = ? AND version > ? GROUP BY resource, resource_id) first "
           "ON c.version = first.version AND c.resource = first.resource AND c.resource_id = first.resource_id "
           "WHERE c.account_id = ?",
           session_.account_id(), version, session_.account_id())) {
    states.push_back({row.Text(0), row.Int(1), row.IsNull(2) ? std::nullopt : std::optional<std::string>(row.Text(2))});
  }
  return states;
}

}  // namespace voronka::crm
