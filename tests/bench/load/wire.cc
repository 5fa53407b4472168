#include "tests/bench/load/wire.h"

#include <fmt/format.h>

#include <stdexcept>

namespace voronka::bench {

std::string FromWire(const grpc::ByteBuffer& buffer) {
  grpc::Slice slice;
  if (!buffer.DumpToSingleSlice(&slice).ok()) throw std::runtime_error("a response that cannot be read");
  return {reinterpret_cast<const char*>(slice.begin()), slice.size()};
}

std::shared_ptr<grpc::Channel> OwnChannel(const std::string& address, int number) {
  grpc::ChannelArguments arguments;
  // Channels share a connection if all their arguments are equal.
  arguments.SetInt("voronka.bench.connection", number);
  arguments.SetInt(GRPC_ARG_ENABLE_HTTP_PROXY, 0);
  return grpc::CreateCustomChannel(address, grpc::InsecureChannelCredentials(), arguments);
}

void CheckSucceeded(const std::string& method, const grpc::Status& status) {
  if (status.ok()) return;
  throw std::runtime_error(
      fmt::format("{}: {} {}", method, static_cast<int>(status.error_code()), status.error_message()));
}

}  // namespace voronka::bench
