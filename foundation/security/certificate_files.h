#pragma once

#include <string>

#include "voronka/config/v1/process.pb.h"

namespace voronka::security {

// As PEM; empty where the configuration names no file.
struct Certificates {
  std::string certificate;
  std::string key;
  std::string ca;

  bool operator==(const Certificates&) const = default;
};

// The files of a process that may be replaced while it runs. One thread at a time.
class CertificateFiles {
 public:
  // Throws std::system_error for a file that cannot be read, KeyError for one that holds something else, or a key that
  // is not the certificate's.
  explicit CertificateFiles(const config::v1::Tls& tls);

  const Certificates& current() const { return current_; }
  // Whether they were replaced since. Throws as above where that is not complete or broken; the current ones stay.
  bool Reload();

 private:
  const config::v1::Tls tls_;
  Certificates current_;
};

}  // namespace voronka::security
