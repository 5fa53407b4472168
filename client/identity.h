#pragma once

#include <string>
#include <utility>
#include <vector>

namespace voronka::client {

using Metadata = std::vector<std::pair<std::string, std::string>>;

// Who calls. Safe to use from every thread.
class Identity {
 public:
  virtual ~Identity() = default;

  // The metadata that proves the identity to the server. Renews what is about to expire, which may take a call of its
  // own and throw CallFailed.
  virtual Metadata Credentials() = 0;
  // What goes with a call of a public method, which asks for no identity.
  virtual Metadata PublicMetadata() { return {}; }
  // Called when `refused` was refused although it had not expired: the person's role may have changed. Returns whether
  // there are different credentials now. May take a call of its own.
  virtual bool Replace(const Metadata& /*refused*/) { return false; }
};

// For public methods; all others refuse it.
class Nobody final : public Identity {
 public:
  Metadata Credentials() override { return {}; }
};

}  // namespace voronka::client
