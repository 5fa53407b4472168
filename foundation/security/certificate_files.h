#pragma once

#include <string>

#include "voronka/config/v1/process.pb.h"

namespace voronka::security {

// In PEM; empty if the configuration names no file.
struct Certificates {
  std::string certificate;
  std::string key;
  std::string ca;

  bool operator==(const Certificates&) const = default;
};

// A process's certificate files, which may be replaced while it runs. Use from one thread at a time.
class CertificateFiles {
 public:
  // Throws std::system_error if a file cannot be read, KeyError if it holds something else, or if the key does not
  // belong to the certificate.
  explicit CertificateFiles(const config::v1::Tls& tls);

  const Certificates& current() const { return current_; }
  // Returns whether the files have been replaced. Throws like the constructor if the new ones are incomplete or broken;
  // the current ones then stay in use.
  bool Reload();

 private:
  const config::v1::Tls tls_;
  Certificates current_;
};

}  // namespace voronka::security
