#include "foundation/security/password_gate.h"

#include "foundation/process/random.h"
#include "foundation/security/password.h"
#include "foundation/security/secret.h"

namespace voronka::security {
namespace {

class Pass {
 public:
  explicit Pass(std::counting_semaphore<>& free) : free_(free) { free_.acquire(); }
  ~Pass() { free_.release(); }
  Pass(const Pass&) = delete;
  Pass& operator=(const Pass&) = delete;

 private:
  std::counting_semaphore<>& free_;
};

std::string HashOfForgottenPassword() {
  process::SystemRandom random;
  return HashPassword(NewSecret(random));
}

}  // namespace

PasswordGate::PasswordGate(int at_once) : free_(at_once), nobodys_hash_(HashOfForgottenPassword()) {}

std::string PasswordGate::Hash(std::string_view password) {
  const Pass pass(free_);
  return HashPassword(password);
}

bool PasswordGate::Verify(const std::string& hash, std::string_view password) {
  const Pass pass(free_);
  return VerifyPassword(hash, password);
}

bool PasswordGate::VerifyNobody(std::string_view password) {
  const Pass pass(free_);
  VerifyPassword(nobodys_hash_, password);
  return false;
}

}  // namespace voronka::security
