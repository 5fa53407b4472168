#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <mutex>
#include <string>

namespace voronka::crm {

// Slows the guessing of passwords: after ten failures in a row of one login, it is not looked at until 15 minutes after
// the first of them. In the memory of this process, for the logins that failed last. Thread-safe.
class LoginThrottle {
 public:
  explicit LoginThrottle(size_t capacity = 10'000) : capacity_(capacity) {}

  // Throws RESOURCE_EXHAUSTED (TOO_MANY_LOGINS). Logins are given as LoginKeys.
  void RequireRoom(const std::string& login, int64_t now);
  void Failed(const std::string& login, int64_t now);
  void Succeeded(const std::string& login);

 private:
  struct Streak {
    int64_t began;
    int failures = 0;
  };

  void ForgetIfOver(const std::string& login, int64_t now);
  void MakeRoom();

  const size_t capacity_;
  std::mutex mutex_;
  std::map<std::string, Streak> streaks_;
};

}  // namespace voronka::crm
