#pragma once

#include <google/protobuf/descriptor.h>
#include <grpcpp/channel.h>

#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <string>

#include "client/endpoints.h"
#include "foundation/security/certificate_files.h"

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
  std::shared_ptr<grpc::Channel> For(const google::protobuf::MethodDescriptor& method) const;

  // By the service's name.
  std::map<std::string, std::shared_ptr<grpc::Channel>, std::less<>> All() const;

  // Whether the certificates' files were replaced: calls that begin from now on use new connections, made with them.
  // Throws where they cannot be used, as CertificateFiles does; all goes on with those before.
  bool Renew();

 private:
  using ByService = std::map<std::string, std::shared_ptr<grpc::Channel>, std::less<>>;

  ByService Connect() const;

  const Endpoints endpoints_;
  const Connections connections_;
  mutable std::mutex mutex_;
  security::CertificateFiles certificates_;
  ByService channels_;
};

}  // namespace voronka::client
