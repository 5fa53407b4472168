#include "tests/support/certificates.h"

#include <fmt/format.h>

#include <cstdlib>
#include <stdexcept>
#include <utility>

namespace voronka::testing {
namespace {

void OpenSsl(const std::string& arguments) {
  if (std::system(("openssl " + arguments + " >/dev/null 2>&1").c_str()) != 0) {
    throw std::runtime_error("failed: openssl " + arguments);
  }
}

}  // namespace

Authority::Authority(std::filesystem::path folder, std::string name)
    : folder_(std::move(folder)), name_(std::move(name)) {
  OpenSsl(fmt::format(
      "req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 2 -subj /CN={} -keyout {} -out {}", name_,
      File(name_, ".key"), File(name_, ".crt")));
}

Authority::Signed Authority::Sign(const std::string& name, const std::string& alternative_name) const {
  const std::string request = File(name, ".csr");
  OpenSsl(
      fmt::format("req -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -subj /CN={} -addext "
                  "subjectAltName={} -keyout {} -out {}",
                  name, alternative_name, File(name, ".key"), request));
  OpenSsl(fmt::format("x509 -req -in {} -CA {} -CAkey {} -CAcreateserial -copy_extensions copy -days 2 -out {}",
                      request, File(name_, ".crt"), File(name_, ".key"), File(name, ".crt")));
  return {File(name, ".crt"), File(name, ".key")};
}

}  // namespace voronka::testing
