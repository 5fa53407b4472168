#pragma once

#include <string>

#include "client/identity.h"

namespace voronka::testing {

// A caller with this access token, who cannot refresh it.
class Bearer final : public client::Identity {
 public:
  explicit Bearer(const std::string& token) : credentials_{{"authorization", "Bearer " + token}} {}
  client::Metadata Credentials() override { return credentials_; }

 private:
  const client::Metadata credentials_;
};

}  // namespace voronka::testing
