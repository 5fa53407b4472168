#pragma once

#include <string>

namespace voronka::notifier {

// Where a vendor's service is.
struct VendorEndpoint {
  std::string url;
  // The operator has named it, so that it may be in a private network.
  bool may_be_private;

  // Throws security::KeyError for a URL that is none, or where others on the way could read what is sent.
  static VendorEndpoint Of(const std::string& configured, const std::string& usual = {});
};

}  // namespace voronka::notifier
