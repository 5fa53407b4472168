#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>

namespace voronka::notifier {

// A token that is used again until it should be renewed, or another key signs. Use from one thread.
class KeptToken {
 public:
  // `key` is the one that `make` signs with; `now` is in microseconds since 1970 UTC.
  const std::string& Get(std::shared_ptr<const void> key, int64_t now, std::chrono::microseconds life,
                         const std::function<std::string()>& make);
  // The token is of no use any more. A newer one stays.
  void Drop(const std::string& token);

 private:
  std::shared_ptr<const void> key_;
  int64_t made_ = 0;
  std::string token_;
};

}  // namespace voronka::notifier
