#include "tests/gateway/served/script.h"

#include <stdexcept>

namespace voronka::testing {

void Script::LogIn(const std::string& login, const std::string& password) {
  const HttpAnswer answer = http_.Ask({.path = "/session/login",
                                       .headers = {{"content-type", "application/json"}},
                                       .body = Json{{"login", login}, {"password", password}}.dump()});
  if (answer.status != 200) throw std::runtime_error("no log in: " + answer.body);
  access_token_ = Json::parse(answer.body).at("accessToken");
}

HttpAnswer Script::Call(const std::string& method, const Json& request, const HttpHeaders& more_headers) {
  return http_.Ask(Written(method, request, more_headers));
}

HttpRequest Script::Written(const std::string& method, const Json& request, const HttpHeaders& more_headers) const {
  HttpRequest call{.path = "/voronka." + method, .headers = more_headers, .body = request.dump()};
  if (!call.headers.contains("content-type")) call.headers.emplace("content-type", "application/json");
  if (!access_token_.empty()) call.headers.emplace("authorization", "Bearer " + access_token_);
  return call;
}

}  // namespace voronka::testing
