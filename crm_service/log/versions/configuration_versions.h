#pragma once

#include <google/protobuf/message.h>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "foundation/rpc/calls/session.h"
#include "voronka/crm/v1/configuration.pb.h"

namespace voronka::crm {

// Whether resources of this type are part of the account's configuration.
bool IsConfiguration(const google::protobuf::Descriptor& type);

// A resource as it was.
struct PreviousState {
  // As `pipeline`.
  std::string resource;
  int64_t resource_id;
  // Serialised. Nothing: there was none.
  std::optional<std::string> state;
};

// The tables `configuration_versions` and `configuration_changes`. Whoever writes has the account's lock.
class ConfigurationVersions {
 public:
  explicit ConfigurationVersions(rpc::Session& session) : session_(session) {}

  // 0: nothing has been changed yet.
  int64_t Latest();
  // Throws NOT_FOUND.
  v1::ConfigurationVersion Get(int64_t version);
  // Below `below`, newest first.
  std::vector<v1::ConfigurationVersion> ListBelow(int64_t below, int limit);

  // What this call will change makes one version, which is told in these words.
  void Begin(v1::ConfigurationVersion version);
  // Adds a change of a resource to this call's version. `before` is null for a new one.
  void Note(const google::protobuf::Descriptor& type, int64_t resource_id, const google::protobuf::Message* before);

  // What the resources that were changed after a version were when it was the latest.
  std::vector<PreviousState> StatesAt(int64_t version);

 private:
  int64_t OfThisCall();

  rpc::Session& session_;
};

}  // namespace voronka::crm
