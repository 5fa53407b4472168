#include "tests/bench/load/single_call.h"

#include <grpcpp/generic/generic_stub.h>

#include <future>

#include "tests/bench/load/wire.h"

namespace voronka::bench {

std::string CallOnce(const std::string& address, const std::string& method, const Call& call) {
  grpc::GenericStub stub(OwnChannel(address, 0));
  grpc::ClientContext context;
  context.set_deadline(std::chrono::system_clock::now() + std::chrono::seconds(30));
  for (const auto& [name, value] : call.metadata) context.AddMetadata(name, value);
  const grpc::ByteBuffer request = ToWire(call.request);
  grpc::ByteBuffer response;
  std::promise<grpc::Status> ended;
  stub.UnaryCall(&context, method, {}, &request, &response,
                 [&](const grpc::Status& status) { ended.set_value(status); });
  CheckSucceeded(method, ended.get_future().get());
  return FromWire(response);
}

}  // namespace voronka::bench
