#pragma once

#include <cstdint>
#include <string>

#include "foundation/rpc/calls/session.h"
#include "foundation/security/password_gate.h"

namespace voronka::crm {

// Whether the hash is that of the password, in whichever form its letters are typed. An empty hash is nobody's.
bool IsPassword(security::PasswordGate& gate, const std::string& hash, const std::string& password);

// Takes as long as IsPassword for a wrong password and returns false: for a user who does not exist.
bool IsNobodysPassword(security::PasswordGate& gate, const std::string& password);

// Whether the user has ever had a password, even if it does not work any more. An invited user has not.
bool HasHadPassword(rpc::Session& session, int64_t account_id, int64_t user_id);

// The table `user_passwords`. Hashes never leave the process.
class Passwords {
 public:
  Passwords(rpc::Session& session, int64_t account_id, security::PasswordGate& gate)
      : session_(session), account_id_(account_id), gate_(gate) {}

  // Keeps the hash of the composed form (NFC).
  void Set(int64_t user_id, const std::string& password);
  // Empty if the user has no password that works.
  std::string HashOf(int64_t user_id);
  // Makes the user's password, if there is one, useless until another is set.
  void Invalidate(int64_t user_id);

 private:
  rpc::Session& session_;
  const int64_t account_id_;
  security::PasswordGate& gate_;
};

}  // namespace voronka::crm
