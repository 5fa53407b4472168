#pragma once

#include <grpcpp/impl/server_builder_option.h>

#include <memory>
#include <string>
#include <vector>

namespace voronka::rpc {

// When the server is built, fills `names` with the full names of its services, for example
// `voronka.crm.v1.DealService`.
std::unique_ptr<grpc::ServerBuilderOption> TellServedNames(std::vector<std::string>& names);

}  // namespace voronka::rpc
