#include "tests/support/certificates.h"

#include <fmt/format.h>

#include <stdexcept>
#include <utility>
#include <vector>

#include "tests/support/programs.h"

namespace voronka::testing {
namespace {

constexpr const char* kCurve = "ec_paramgen_curve:P-256";

void OpenSsl(std::vector<std::string> command) {
  command.insert(command.begin(), "openssl");
  if (AwaitProgram(StartProgram(command, "/dev/null")) != 0) {
    throw std::runtime_error(fmt::format("failed: {}", fmt::join(command, " ")));
  }
}

}  // namespace

Authority::Authority(std::filesystem::path folder, std::string name)
    : folder_(std::move(folder)), name_(std::move(name)) {
  OpenSsl({"req", "-x509", "-newkey", "ec", "-pkeyopt", kCurve, "-nodes", "-days", "2", "-subj", "/CN=" + name_,
           "-keyout", File(name_, ".key"), "-out", File(name_, ".crt")});
}

Authority::Signed Authority::Sign(const std::string& name, const std::string& alternative_name) const {
  const std::string request = File(name, ".csr");
  OpenSsl({"req", "-newkey", "ec", "-pkeyopt", kCurve, "-nodes", "-subj", "/CN=" + name, "-addext",
           "subjectAltName=" + alternative_name, "-keyout", File(name, ".key"), "-out", request});
  OpenSsl({"x509", "-req", "-in", request, "-CA", File(name_, ".crt"), "-CAkey", File(name_, ".key"), "-CAcreateserial",
           "-copy_extensions", "copy", "-days", "2", "-out", File(name, ".crt")});
  return {File(name, ".crt"), File(name, ".key")};
}

}  // namespace voronka::testing
