#include "tests/foundation/rpc/certificates.h"

#include <fmt/format.h>

#include <cstdlib>
#include <stdexcept>

namespace voronka::rpc {
namespace {

void OpenSsl(const std::string& arguments) {
  if (std::system(("openssl " + arguments + " >/dev/null 2>&1").c_str()) != 0) {
    throw std::runtime_error("failed: openssl " + arguments);
  }
}

}  // namespace

Authority::Authority(const process::TemporaryFolder& folder, const std::string& name) : folder_(folder), name_(name) {
  OpenSsl(fmt::format(
      "req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 2 -subj /CN={} -keyout {} -out {}", name,
      File(name, ".key"), File(name, ".crt")));
}

Authority::Signed Authority::Sign(const std::string& name) const {
  const std::string request = File(name, ".csr");
  OpenSsl(
      fmt::format("req -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -subj /CN={} -addext "
                  "subjectAltName=IP:127.0.0.1 -keyout {} -out {}",
                  name, File(name, ".key"), request));
  OpenSsl(fmt::format("x509 -req -in {} -CA {} -CAkey {} -CAcreateserial -copy_extensions copy -days 2 -out {}",
                      request, File(name_, ".crt"), File(name_, ".key"), File(name, ".crt")));
  return {File(name, ".crt"), File(name, ".key")};
}

}  // namespace voronka::rpc
