#include "foundation/rpc/credentials.h"

#include "foundation/process/read_file.h"

namespace voronka::rpc {

std::shared_ptr<grpc::ServerCredentials> ServerCredentials(const config::v1::Process& configuration) {
  if (!configuration.has_tls()) return grpc::InsecureServerCredentials();
  const auto& tls = configuration.tls();
  grpc::SslServerCredentialsOptions options(tls.ca_file().empty()
                                                ? GRPC_SSL_DONT_REQUEST_CLIENT_CERTIFICATE
                                                : GRPC_SSL_REQUEST_AND_REQUIRE_CLIENT_CERTIFICATE_AND_VERIFY);
  if (!tls.ca_file().empty()) options.pem_root_certs = process::ReadFile(tls.ca_file());
  options.pem_key_cert_pairs.push_back({process::ReadFile(tls.key_file()), process::ReadFile(tls.certificate_file())});
  return grpc::SslServerCredentials(options);
}

}  // namespace voronka::rpc
