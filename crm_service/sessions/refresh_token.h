#pragma once

#include <cstdint>
#include <optional>
#include <string>

namespace voronka::crm {

// What a client refreshes its session with. It is spelled `<account>.<session>.<secret>`, so that the session is found
// by its key and the secret alone has to be compared.
struct RefreshToken {
  int64_t account_id;
  int64_t session_id;
  std::string secret;

  static std::optional<RefreshToken> Parse(const std::string& text);
  std::string Spelled() const;
};

// The secret that follows. Whoever refreshes twice with the same token gets the same one, though neither secret is
// stored: `salt` is, and tells nothing without the secret before.
std::string SuccessorOf(const std::string& secret, const std::string& salt);

}  // namespace voronka::crm
