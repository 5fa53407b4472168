#pragma once

#include <grpcpp/server_context.h>

#include <string>

namespace voronka::rpc {

// What a call tells of itself under a name; empty: nothing.
std::string MetadataOf(const grpc::ServerContextBase& context, const char* name);
// The same where it may be told several times, as one list with commas.
std::string AllMetadataOf(const grpc::ServerContextBase& context, const char* name);
// What follows `Bearer `.
std::string BearerTokenOf(const grpc::ServerContextBase& context, const char* name);

}  // namespace voronka::rpc
