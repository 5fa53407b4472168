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
  // Channels of this process to the same address share a connection.
  kShared,
  // Each of these channels has its own connection: for load generators, where a single connection would be the
  // bottleneck.
  kOwn,
};

// One channel per service. Safe to use from every thread; connects on the first call.
class Channels {
 public:
  explicit Channels(const Endpoints& endpoints, Connections connections = Connections::kShared);

  // The channel to the service that a method belongs to, according to its package.
  std::shared_ptr<grpc::Channel> For(const google::protobuf::MethodDescriptor& method) const;

  // By service name.
  std::map<std::string, std::shared_ptr<grpc::Channel>, std::less<>> All() const;

  // Returns whether the certificate files have been replaced: later calls then use new connections with the new files.
  // Throws like CertificateFiles if the files cannot be used; the previous ones then stay in use.
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
