#pragma once

#include <semaphore>
#include <string>
#include <string_view>

namespace voronka::security {

// Limits how many passwords are hashed at once, to bound memory and processor use; other calls wait. Safe to use from
// every thread that may block.
class PasswordGate {
 public:
  explicit PasswordGate(int at_once = 4);

  std::string Hash(std::string_view password);
  bool Verify(const std::string& hash, std::string_view password);

  // Takes as long as Verify and returns false: for a user who does not exist, so that timing reveals nothing.
  bool VerifyNobody(std::string_view password);

 private:
  std::counting_semaphore<> free_;
  const std::string nobodys_hash_;
};

}  // namespace voronka::security
