#pragma once

#include <nlohmann/json.hpp>
#include <string>

#include "tests/support/http_client.h"

namespace voronka::testing {

using Json = nlohmann::json;

// A script that calls methods in JSON, as with `curl`.
class Script {
 public:
  explicit Script(const std::string& gateway) : http_(gateway) {}

  // Throws if the call is refused.
  void LogIn(const std::string& login, const std::string& password);

  // `method` is for example `crm.v1.DealService/GetDeal`.
  HttpAnswer Call(const std::string& method, const Json& request, const HttpHeaders& more_headers = {});

  // The request, to be sent in another way.
  HttpRequest Written(const std::string& method, const Json& request, const HttpHeaders& more_headers = {}) const;
  HttpClient& http() { return http_; }

 private:
  HttpClient http_;
  std::string access_token_;
};

}  // namespace voronka::testing
