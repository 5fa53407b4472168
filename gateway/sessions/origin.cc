#include "gateway/sessions/origin.h"

namespace voronka::gateway {

bool Origins::MayLogIn(const Exchange& exchange) const {
  const std::string origin = SoleHeaderOf(exchange.request(), "origin");
  const std::string scheme = exchange.client().secure ? "https://" : "http://";
  return origin == scheme + std::string(HeaderOf(exchange.request(), "host")) || IsAllowedForeign(origin);
}

}  // namespace voronka::gateway
