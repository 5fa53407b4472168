#include "tests/foundation/rpc/raw_call.h"

#include <grpcpp/generic/generic_stub.h>

#include <chrono>
#include <future>

namespace voronka::rpc {

RawAnswer RawCall(const std::shared_ptr<grpc::Channel>& channel, const std::string& path, const std::string& request) {
  grpc::GenericStub stub(channel);
  grpc::ClientContext context;
  context.set_deadline(std::chrono::system_clock::now() + std::chrono::seconds(10));
  const grpc::Slice sent(request);
  const grpc::ByteBuffer outgoing(&sent, 1);
  grpc::ByteBuffer incoming;
  std::promise<grpc::Status> ended;
  stub.UnaryCall(&context, path, {}, &outgoing, &incoming,
                 [&](const grpc::Status& status) { ended.set_value(status); });
  const grpc::Status status = ended.get_future().get();
  grpc::Slice received;
  if (!status.ok() || !incoming.DumpToSingleSlice(&received).ok()) return {status, ""};
  return {status, std::string(received.begin(), received.end())};
}

RawAnswer HealthOf(const std::shared_ptr<grpc::Channel>& channel, const std::string& service) {
  // HealthCheckRequest{service}
  const std::string request =
      service.empty() ? "" : "\x0A" + std::string(1, static_cast<char>(service.size())) + service;
  return RawCall(channel, "/grpc.health.v1.Health/Check", request);
}

}  // namespace voronka::rpc
