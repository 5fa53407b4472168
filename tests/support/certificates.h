#pragma once

#include <string>

#include "tests/foundation/process/temporary_folder.h"

namespace voronka::rpc {

// A certificate authority and what it has signed, as PEM files in a folder.
class Authority {
 public:
  Authority(const process::TemporaryFolder& folder, const std::string& name);

  std::string certificate() const { return File(name_, ".crt"); }

  // A certificate for 127.0.0.1 and its key.
  struct Signed {
    std::string certificate;
    std::string key;
  };
  Signed Sign(const std::string& name) const;

 private:
  std::string File(const std::string& name, const std::string& ending) const {
    return (folder_ / (name + ending)).string();
  }

  const process::TemporaryFolder& folder_;
  const std::string name_;
};

}  // namespace voronka::rpc
