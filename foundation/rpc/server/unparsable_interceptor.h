#pragma once

#include <grpcpp/support/server_interceptor.h>

#include <memory>

namespace voronka::rpc {

// gRPC answers a request that it cannot parse with UNIMPLEMENTED, before any handler runs. This interceptor turns that
// into INVALID_ARGUMENT (UNPARSABLE), as it should be.
std::unique_ptr<grpc::experimental::ServerInterceptorFactoryInterface> MakeUnparsableInterceptorFactory();

}  // namespace voronka::rpc
