#pragma once

#include <grpcpp/security/server_credentials.h>

#include <memory>

#include "foundation/process/log.h"
#include "voronka/config/v1/process.pb.h"

namespace voronka::rpc {

// Clear text without `tls`; with a CA file clients must show a certificate. Each new connection is made with the files
// as they are by then; while they are broken, with those before, and the log says so. Must outlive the server.
std::shared_ptr<grpc::ServerCredentials> ServerCredentials(const config::v1::Process& configuration, process::Log& log);

}  // namespace voronka::rpc
