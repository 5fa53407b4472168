#pragma once

#include <grpcpp/server_context.h>

#include <string>

namespace voronka::rpc {

// The value of a metadata key; empty if it is missing.
std::string MetadataOf(const grpc::ServerContextBase& context, const char* name);
// The same for a key that may occur several times: its values joined by commas.
std::string AllMetadataOf(const grpc::ServerContextBase& context, const char* name);
// The part after `Bearer `.
std::string BearerTokenOf(const grpc::ServerContextBase& context, const char* name);

}  // namespace voronka::rpc
