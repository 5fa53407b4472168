#pragma once

#include <functional>
#include <memory>
#include <mutex>
#include <string>

#include "client/channels.h"
#include "client/identity.h"
#include "foundation/process/clock.h"
#include "voronka/crm/v1/session.pb.h"

namespace voronka::client {

using Tokens = crm::v1::LoginResponse;

// Asks the server for the successors of these tokens.
using Refresh = std::function<Tokens(const Tokens&)>;

// Stores the tokens of a session that outlives the process, or that other processes may renew as well.
class TokenStore {
 public:
  virtual ~TokenStore() = default;

  // The tokens to use after `expiring`: those that somebody else has stored here in the meantime, or else refreshed
  // ones, which are then stored. A refresh token works only once, so nobody else may refresh at the same time.
  virtual Tokens Renew(const Tokens& expiring, const Refresh& refresh) = 0;
};

// Whether the access token should be renewed before it is used.
bool AboutToExpire(const Tokens& tokens, const process::Clock& clock);

// A person who is logged in.
class UserSession final : public Identity {
 public:
  // Without a store, the tokens live as long as this object.
  UserSession(const Channels& channels, const process::Clock& clock, Tokens tokens,
              std::unique_ptr<TokenStore> store = nullptr);

  // Throws CallFailed. `program` appears in the list of the user's sessions.
  static std::unique_ptr<UserSession> LogIn(const Channels& channels, const process::Clock& clock,
                                            const std::string& login, const std::string& password,
                                            const std::string& program);

  Metadata Credentials() override;
  // False once the session has ended.
  bool Replace(const Metadata& refused) override;

  // The current tokens.
  Tokens tokens();

 private:
  void Renew();

  const Channels& channels_;
  const process::Clock& clock_;
  std::mutex mutex_;
  Tokens tokens_;
  bool ended_ = false;
  const std::unique_ptr<TokenStore> store_;
};

}  // namespace voronka::client
