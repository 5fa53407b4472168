#pragma once

#include <grpcpp/grpcpp.h>

#include <chrono>
#include <memory>
#include <string>
#include <vector>

#include "foundation/process/log.h"
#include "voronka/config/v1/process.pb.h"

namespace voronka::rpc {

class StreamRegistry;

// The gRPC port of a process, with health and reflection.
class Server {
 public:
  // Throws std::runtime_error if it cannot listen on the address.
  Server(const config::v1::Process& configuration, const std::vector<grpc::Service*>& services, process::Log& log);

  // The port it listens on.
  int port() const { return port_; }
  // What the health service reports for every service, and for the process under the empty name.
  void SetServing(bool serving);

  // Refuses new calls and ends streams with UNAVAILABLE. Open calls may run until `grace` has passed.
  void Stop(StreamRegistry& streams, std::chrono::milliseconds grace);

 private:
  const std::shared_ptr<grpc::ServerCredentials> credentials_;
  int port_ = 0;
  std::vector<std::string> served_names_;
  std::unique_ptr<grpc::Server> server_;
};

}  // namespace voronka::rpc
