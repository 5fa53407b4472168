#include "foundation/security/certificate_expiry.h"

#include <openssl/asn1.h>
#include <openssl/err.h>
#include <openssl/pem.h>
#include <openssl/x509.h>

#include <ctime>
#include <memory>
#include <system_error>

#include "foundation/process/read_file.h"
#include "foundation/security/openssl.h"

namespace voronka::security {

std::optional<int64_t> ExpiryOf(const std::string& pem) {
  const std::unique_ptr<X509, decltype(&X509_free)> certificate(
      PEM_read_bio_X509(Reading(pem).get(), nullptr, nullptr, nullptr), X509_free);
  ERR_clear_error();
  if (!certificate) return std::nullopt;
  std::tm end{};
  if (ASN1_TIME_to_tm(X509_get0_notAfter(certificate.get()), &end) != 1) return std::nullopt;
  return timegm(&end);
}

void ReportExpiry(const config::v1::Tls& tls, process::Metrics& metrics) try {
  if (tls.certificate_file().empty()) return;
  const auto expiry = ExpiryOf(process::ReadFile(tls.certificate_file()));
  if (!expiry) return;
  metrics
      .Gauge("certificate_expiry_time_seconds", "When the certificate in the file expires, in seconds since 1970.",
             {{"file", tls.certificate_file()}})
      .Set(static_cast<double>(*expiry));
} catch (const std::system_error&) {
  // Whoever uses the file says why it cannot be read.
}

}  // namespace voronka::security
