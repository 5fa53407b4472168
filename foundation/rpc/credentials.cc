#include "foundation/rpc/credentials.h"

#include <fstream>
#include <iterator>
#include <stdexcept>

namespace voronka::rpc {
namespace {

std::string Content(const std::string& file) {
  if (file.empty()) return "";
  std::ifstream stream(file);
  if (!stream) throw std::runtime_error("cannot read " + file);
  return {std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
}

}  // namespace

std::shared_ptr<grpc::ServerCredentials> ServerCredentials(const config::v1::Process& configuration) {
  if (!configuration.has_tls()) return grpc::InsecureServerCredentials();
  const auto& tls = configuration.tls();
  grpc::SslServerCredentialsOptions options(tls.ca_file().empty()
                                                ? GRPC_SSL_DONT_REQUEST_CLIENT_CERTIFICATE
                                                : GRPC_SSL_REQUEST_AND_REQUIRE_CLIENT_CERTIFICATE_AND_VERIFY);
  options.pem_root_certs = Content(tls.ca_file());
  options.pem_key_cert_pairs.push_back({Content(tls.key_file()), Content(tls.certificate_file())});
  return grpc::SslServerCredentials(options);
}

std::shared_ptr<grpc::ChannelCredentials> ChannelCredentials(const config::v1::Peer& peer) {
  if (!peer.has_tls()) return grpc::InsecureChannelCredentials();
  grpc::SslCredentialsOptions options;
  options.pem_root_certs = Content(peer.tls().ca_file());
  options.pem_private_key = Content(peer.tls().key_file());
  options.pem_cert_chain = Content(peer.tls().certificate_file());
  return grpc::SslCredentials(options);
}

}  // namespace voronka::rpc
