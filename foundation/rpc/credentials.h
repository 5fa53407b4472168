#pragma once

#include <grpcpp/security/server_credentials.h>

#include <memory>

#include "voronka/config/v1/process.pb.h"

namespace voronka::rpc {

// Clear text without `tls`; with a CA file clients must show a certificate.
std::shared_ptr<grpc::ServerCredentials> ServerCredentials(const config::v1::Process& configuration);

}  // namespace voronka::rpc
