#pragma once

#include <grpcpp/impl/server_builder_option.h>

#include <memory>
#include <string>
#include <vector>

namespace voronka::rpc {

// Fills `names` with the full names of a server's services, as `voronka.crm.v1.DealService`, when it is built.
std::unique_ptr<grpc::ServerBuilderOption> TellServedNames(std::vector<std::string>& names);

}  // namespace voronka::rpc
