#pragma once

#include <grpcpp/server.h>
#include <grpcpp/server_builder.h>

#include <initializer_list>
#include <memory>
#include <string>

#include "client/endpoints.h"

namespace voronka::client {

// Serves on a free port of this machine.
class TestServer {
 public:
  explicit TestServer(std::initializer_list<grpc::Service*> services) {
    grpc::ServerBuilder builder;
    builder.AddListeningPort("127.0.0.1:0", grpc::InsecureServerCredentials(), &port_);
    for (grpc::Service* service : services) builder.RegisterService(service);
    server_ = builder.BuildAndStart();
  }

  // Every service is here.
  Endpoints endpoints() const {
    Endpoints endpoints;
    for (auto& [service, address] : endpoints.addresses) address = "127.0.0.1:" + std::to_string(port_);
    return endpoints;
  }

 private:
  int port_ = 0;
  std::unique_ptr<grpc::Server> server_;
};

inline std::string MetadataOf(const grpc::ServerContext& context, const std::string& name) {
  const auto found = context.client_metadata().find(name);
  return found == context.client_metadata().end() ? "" : std::string(found->second.data(), found->second.size());
}

}  // namespace voronka::client
