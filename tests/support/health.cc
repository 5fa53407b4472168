#include "tests/support/health.h"

#include <grpcpp/create_channel.h>
#include <grpcpp/generic/generic_stub.h>
#include <grpcpp/security/credentials.h>
#include <grpcpp/support/channel_arguments.h>

#include <chrono>
#include <future>

#include "foundation/process/read_file.h"

namespace voronka::testing {
namespace {

// HealthCheckResponse{status: SERVING}; Debian has no header for it.
constexpr std::string_view kServing = "\x08\x01";

std::shared_ptr<grpc::ChannelCredentials> Credentials(const config::v1::Tls& tls) {
  if (tls.ca_file().empty()) return grpc::InsecureChannelCredentials();
  return grpc::SslCredentials({.pem_root_certs = process::ReadFile(tls.ca_file()),
                               .pem_private_key = process::ReadFile(tls.key_file()),
                               .pem_cert_chain = process::ReadFile(tls.certificate_file())});
}

// A new connection each time, because an existing one would back off before it reconnects.
std::shared_ptr<grpc::Channel> FreshChannel(const std::string& address, const config::v1::Tls& tls) {
  grpc::ChannelArguments arguments;
  arguments.SetInt(GRPC_ARG_USE_LOCAL_SUBCHANNEL_POOL, 1);
  arguments.SetInt(GRPC_ARG_ENABLE_HTTP_PROXY, 0);
  return grpc::CreateCustomChannel(address, Credentials(tls), arguments);
}

}  // namespace

bool IsServing(const std::string& address, const config::v1::Tls& tls) {
  grpc::GenericStub stub(FreshChannel(address, tls));
  grpc::ClientContext context;
  context.set_deadline(std::chrono::system_clock::now() + std::chrono::seconds(1));
  const grpc::ByteBuffer request(nullptr, 0);
  grpc::ByteBuffer response;
  std::promise<bool> answered;
  stub.UnaryCall(&context, "/grpc.health.v1.Health/Check", {}, &request, &response,
                 [&](const grpc::Status& status) { answered.set_value(status.ok()); });
  grpc::Slice answer;
  return answered.get_future().get() && response.DumpToSingleSlice(&answer).ok() &&
         std::string_view(reinterpret_cast<const char*>(answer.begin()), answer.size()) == kServing;
}

}  // namespace voronka::testing
