#include "foundation/rpc/calls/metadata.h"

#include <string_view>

namespace voronka::rpc {

std::string MetadataOf(const grpc::ServerContextBase& context, const char* name) {
  const auto found = context.client_metadata().find(name);
  return found == context.client_metadata().end() ? "" : std::string(found->second.data(), found->second.size());
}

std::string AllMetadataOf(const grpc::ServerContextBase& context, const char* name) {
  std::string all;
  const auto [begin, end] = context.client_metadata().equal_range(name);
  for (auto value = begin; value != end; ++value) {
    if (!all.empty()) all += ',';
    all.append(value->second.data(), value->second.size());
  }
  return all;
}

std::string BearerTokenOf(const grpc::ServerContextBase& context, const char* name) {
  constexpr std::string_view kScheme = "Bearer ";
  const auto header = MetadataOf(context, name);
  return header.starts_with(kScheme) ? header.substr(kScheme.size()) : "";
}

}  // namespace voronka::rpc
