#pragma once

#include <grpcpp/security/server_credentials.h>

#include <memory>

#include "foundation/process/log.h"
#include "voronka/config/v1/process.pb.h"

namespace voronka::rpc {

// Clear text without `tls`. With a CA file, clients must present a certificate. Each new connection reads the current
// files; while those are broken, it uses the previous ones and the log says so. Must outlive the server.
std::shared_ptr<grpc::ServerCredentials> ServerCredentials(const config::v1::Process& configuration, process::Log& log);

}  // namespace voronka::rpc
