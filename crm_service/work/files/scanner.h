#pragma once

#include <chrono>
#include <functional>
#include <semaphore>
#include <stdexcept>
#include <string>

namespace voronka::crm {

// Nobody has said whether content is clean. The text says why.
class ScannerAway : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

// Asks clamd, the daemon of ClamAV, over a socket of this machine. Thread-safe.
class Scanner {
 public:
  // `patience`: for a whole scan. Callers wait for no longer.
  explicit Scanner(std::string socket, std::chrono::milliseconds patience = std::chrono::seconds(60));

  // The name of what was found, as `Eicar-Signature`. Empty: nothing. `next` returns piece by piece of the content, and
  // at the end an empty one. Throws ScannerAway, and what `next` throws.
  std::string FoundIn(const std::function<std::string()>& next);

 private:
  // Each keeps a worker busy, and clamd has ten threads, unless it is told otherwise.
  static constexpr int kAtOnce = 4;

  const std::string socket_;
  const std::chrono::milliseconds patience_;
  std::counting_semaphore<kAtOnce> free_{kAtOnce};
};

}  // namespace voronka::crm
