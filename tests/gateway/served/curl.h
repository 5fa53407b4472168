#pragma once

#include <string>
#include <vector>

#include "tests/support/http_client.h"

namespace voronka::testing {

// The program curl, used like a browser: HTTPS, and HTTP/2 if the server offers it.
class Curl {
 public:
  Curl(std::string address, std::string ca_file) : address_(std::move(address)), ca_file_(std::move(ca_file)) {}

  struct Result {
    // 0: there was no answer.
    int status = 0;
    // `2` or `1.1`.
    std::string version = {};
    // The headers, then the body.
    std::string text = {};
  };

  Result Get(const std::string& path, const std::vector<std::string>& options = {}) const;
  Result PostJson(const std::string& path, const std::string& body, const std::vector<std::string>& options = {}) const;

 private:
  const std::string address_;
  const std::string ca_file_;
};

}  // namespace voronka::testing
