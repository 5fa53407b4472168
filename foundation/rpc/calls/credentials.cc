#include "foundation/rpc/calls/credentials.h"

#include <grpc/grpc.h>
#include <grpc/grpc_security.h>

#include <exception>
#include <mutex>
#include <stdexcept>
#include <utility>

#include "foundation/security/certificate_files.h"

namespace voronka::rpc {
namespace {

using security::Certificates;

grpc_ssl_client_certificate_request_type Demand(const config::v1::Tls& tls) {
  return tls.ca_file().empty() ? GRPC_SSL_DONT_REQUEST_CLIENT_CERTIFICATE
                               : GRPC_SSL_REQUEST_AND_REQUIRE_CLIENT_CERTIFICATE_AND_VERIFY;
}

grpc_ssl_server_certificate_config* ConfigOf(const Certificates& certificates) {
  const grpc_ssl_pem_key_cert_pair pair{certificates.key.c_str(), certificates.certificate.c_str()};
  // The library requires a certificate authority even if clients are not asked for a certificate.
  const std::string& authority = certificates.ca.empty() ? certificates.certificate : certificates.ca;
  return grpc_ssl_server_certificate_config_create(authority.c_str(), &pair, 1);
}

// The C library has credentials that fetch their certificates for each handshake; the C++ library does not.
class ReloadedCredentials final : public grpc::ServerCredentials {
 public:
  ReloadedCredentials(const config::v1::Tls& tls, process::Log& log)
      : files_(tls),
        log_(log),
        credentials_(grpc_ssl_server_credentials_create_with_options(
            grpc_ssl_server_credentials_create_options_using_config_fetcher(Demand(tls), Fetch, this))) {}
  ~ReloadedCredentials() override { grpc_server_credentials_release(credentials_); }
  ReloadedCredentials(const ReloadedCredentials&) = delete;
  ReloadedCredentials& operator=(const ReloadedCredentials&) = delete;

  void SetAuthMetadataProcessor(const std::shared_ptr<grpc::AuthMetadataProcessor>&) override {
    throw std::logic_error("tokens are checked for each call");
  }

 private:
  int AddPortToServer(const std::string& address, grpc_server* server) override {
    return grpc_server_add_http2_port(server, address.c_str(), credentials_);
  }

  static grpc_ssl_certificate_config_reload_status Fetch(void* self, grpc_ssl_server_certificate_config** config) {
    return static_cast<ReloadedCredentials*>(self)->Renew(config);
  }

  grpc_ssl_certificate_config_reload_status Renew(grpc_ssl_server_certificate_config** config) {
    const std::lock_guard lock(mutex_);
    const bool replaced = Reload();
    if (!replaced && std::exchange(fetched_, true)) return GRPC_SSL_CERTIFICATE_CONFIG_RELOAD_UNCHANGED;
    *config = ConfigOf(files_.current());
    return GRPC_SSL_CERTIFICATE_CONFIG_RELOAD_NEW;
  }

  bool Reload() try {
    const bool replaced = files_.Reload();
    if (replaced) log_.Info("new connections use the new certificate");
    return replaced;
  } catch (const std::exception& error) {
    log_.Warning("the certificate's files cannot be used; those before serve on", {{"error", error.what()}});
    return false;
  }

  std::mutex mutex_;
  security::CertificateFiles files_;
  process::Log& log_;
  bool fetched_ = false;
  grpc_server_credentials* const credentials_;
};

}  // namespace

std::shared_ptr<grpc::ServerCredentials> ServerCredentials(const config::v1::Process& configuration,
                                                           process::Log& log) {
  if (!configuration.has_tls()) return grpc::InsecureServerCredentials();
  return std::make_shared<ReloadedCredentials>(configuration.tls(), log);
}

}  // namespace voronka::rpc
