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

  // What tells the server so. Renews what is about to expire, which may mean a call of its own: may throw CallFailed.
  virtual Metadata Credentials() = 0;
  // Whether there are others now than these, which were refused though they had not expired: the person's role may be
  // another. May mean a call of its own.
  virtual bool Replace(const Metadata& /*refused*/) { return false; }
};

// For the public methods, and to be refused by the others.
class Nobody final : public Identity {
 public:
  Metadata Credentials() override { return {}; }
};

}  // namespace voronka::client
