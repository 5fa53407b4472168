#include "notifier/push/vendors/vendor_endpoint.h"

#include <fmt/format.h>

#include "foundation/security/p256_key.h"
#include "notifier/push/vendors/push_url.h"

namespace voronka::notifier {

VendorEndpoint VendorEndpoint::Of(const std::string& configured, const std::string& usual) {
  const std::string& chosen = configured.empty() ? usual : configured;
  const auto url = ParsePushUrl(chosen);
  if (!url || !url->IsConfidential()) {
    throw security::KeyError(fmt::format("\"{}\" is not a URL as https://push.example.com", chosen));
  }
  return {chosen, !configured.empty()};
}

}  // namespace voronka::notifier
