#include "gateway/http/client_address.h"

namespace voronka::gateway {

Client TrustedProxies::ClientOf(const std::string& peer, const Request& request) const {
  return {.address = proxies_.ClientOf(peer, HeaderOf(request, "x-forwarded-for")),
          .secure = proxies_.IsTrusted(peer) && HeaderOf(request, "x-forwarded-proto") == "https"};
}

}  // namespace voronka::gateway
