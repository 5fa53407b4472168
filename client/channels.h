#pragma once

#include <google/protobuf/descriptor.h>
#include <grpcpp/channel.h>

#include <functional>
#include <map>
#include <memory>
#include <string>

#include "client/endpoints.h"

namespace voronka::client {

enum class Connections {
  // Channels of this process to one address share a connection.
  kShared,
  // These channels have connections of their own: for load clients, where one connection would be the limit.
  kOwn,
};

// A channel to each service. Safe to use from every thread; connects with the first call.
class Channels {
 public:
  explicit Channels(const Endpoints& endpoints, Connections connections = Connections::kShared);

  // To the service that a method belongs to, as its package tells.
  const std::shared_ptr<grpc::Channel>& For(const google::protobuf::MethodDescriptor& method) const;

 private:
  std::map<std::string, std::shared_ptr<grpc::Channel>, std::less<>> channels_;
};

}  // namespace voronka::client
