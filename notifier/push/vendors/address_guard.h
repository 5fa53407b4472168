#pragma once

#include <google/protobuf/repeated_ptr_field.h>

#include <optional>
#include <string>
#include <vector>

#include "notifier/push/vendors/push_url.h"

namespace voronka::notifier {

// Where pushes may be sent. Subscriptions are addresses that clients give, so that without this guard a client could
// make the server call anybody.
class AddressGuard {
 public:
  // Throws process::ConfigurationError for an entry that is not `host` or `host:port`.
  explicit AddressGuard(const google::protobuf::RepeatedPtrField<std::string>& allowed_hosts);

  struct Allowed {
    PushUrl url;
    // The operator has named the host, which may then be in a private network.
    bool may_be_private;
  };
  // Nothing: nothing is ever sent there.
  std::optional<Allowed> Find(const std::string& address) const;

 private:
  bool IsNamedByOperator(const PushUrl& url) const;

  std::vector<PushUrl> allowed_;
};

}  // namespace voronka::notifier
