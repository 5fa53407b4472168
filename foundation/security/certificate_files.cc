#include "foundation/security/certificate_files.h"

#include <fmt/format.h>
#include <openssl/err.h>
#include <openssl/pem.h>
#include <openssl/x509.h>

#include <memory>

#include "foundation/process/read_file.h"
#include "foundation/security/openssl.h"
#include "foundation/security/p256_key.h"

namespace voronka::security {
namespace {

using X509Handle = std::unique_ptr<X509, decltype(&X509_free)>;

std::string ReadIfNamed(const std::string& file) { return file.empty() ? "" : process::ReadFile(file); }

X509Handle ParseCertificate(const std::string& pem, const std::string& file) {
  X509Handle certificate(PEM_read_bio_X509(Reading(pem).get(), nullptr, nullptr, nullptr), X509_free);
  ERR_clear_error();
  if (!certificate) throw KeyError(fmt::format("{}: not a certificate in PEM", file));
  return certificate;
}

void CheckPair(const Certificates& read, const config::v1::Tls& tls) {
  const X509Handle certificate = ParseCertificate(read.certificate, tls.certificate_file());
  const KeyHandle key(PEM_read_bio_PrivateKey(Reading(read.key).get(), nullptr, NoPassphrase, nullptr));
  const bool is_pair = key && X509_check_private_key(certificate.get(), key.get()) == 1;
  ERR_clear_error();
  if (!is_pair) throw KeyError(fmt::format("{}: not the key of {}", tls.key_file(), tls.certificate_file()));
}

Certificates Read(const config::v1::Tls& tls) {
  Certificates read{ReadIfNamed(tls.certificate_file()), ReadIfNamed(tls.key_file()), ReadIfNamed(tls.ca_file())};
  if (!tls.certificate_file().empty()) CheckPair(read, tls);
  if (!tls.ca_file().empty()) ParseCertificate(read.ca, tls.ca_file());
  return read;
}

}  // namespace

CertificateFiles::CertificateFiles(const config::v1::Tls& tls) : tls_(tls), current_(Read(tls)) {}

bool CertificateFiles::Reload() {
  Certificates read = Read(tls_);
  if (read == current_) return false;
  current_ = std::move(read);
  return true;
}

}  // namespace voronka::security
