#pragma once

#include <cstdint>
#include <string>

#include "foundation/rpc/calls/session.h"
#include "foundation/security/password_gate.h"

namespace voronka::crm {

// Whether the hash is that of the password, in whichever form its letters are typed.
bool IsPassword(security::PasswordGate& gate, const std::string& hash, const std::string& password);

// Takes as long as IsPassword for a wrong password and returns false: for a user who does not exist.
bool IsNobodysPassword(security::PasswordGate& gate, const std::string& password);

// The table `user_passwords`. Hashes never leave the process.
class Passwords {
 public:
  Passwords(rpc::Session& session, int64_t account_id, security::PasswordGate& gate)
      : session_(session), account_id_(account_id), gate_(gate) {}

  // Keeps the hash of the composed form (NFC).
  void Set(int64_t user_id, const std::string& password);
  std::string HashOf(int64_t user_id);
  // Replaces the password if `old_password` is right; returns whether it was.
  bool Change(int64_t user_id, const std::string& old_password, const std::string& new_password);

 private:
  rpc::Session& session_;
  const int64_t account_id_;
  security::PasswordGate& gate_;
};

}  // namespace voronka::crm
