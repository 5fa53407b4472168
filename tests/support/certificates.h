#pragma once

#include <filesystem>
#include <string>

namespace voronka::testing {

// A certificate authority and the certificates that it has signed, as PEM files in a folder.
class Authority {
 public:
  Authority(std::filesystem::path folder, std::string name);

  std::string certificate() const { return File(name_, ".crt"); }

  // A certificate and its key.
  struct Signed {
    std::string certificate;
    std::string key;
  };
  Signed Sign(const std::string& name, const std::string& alternative_name = "IP:127.0.0.1") const;

 private:
  std::string File(const std::string& name, const std::string& ending) const { return folder_ / (name + ending); }

  const std::filesystem::path folder_;
  const std::string name_;
};

}  // namespace voronka::testing
