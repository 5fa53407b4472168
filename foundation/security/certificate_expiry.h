#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "foundation/process/metrics.h"
#include "voronka/config/v1/process.pb.h"

namespace voronka::security {

// When the first certificate of the PEM text expires, in seconds since 1970. Nothing if it holds none.
std::optional<int64_t> ExpiryOf(const std::string& pem);

// `voronka_certificate_expiry_time_seconds{file}` of the configured certificate, as the file is now; nothing if none is
// configured. A file that cannot be used leaves the metric as it was.
void ReportExpiry(const config::v1::Tls& tls, process::Metrics& metrics);

}  // namespace voronka::security
