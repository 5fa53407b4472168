#pragma once

#include <atomic>
#include <cstddef>
#include <filesystem>
#include <string>
#include <thread>

namespace voronka::testing {

// What every scanner finds, and nothing is harmed by. In two parts, so that no scanner finds it here.
inline const std::string kEicar =
    std::string(R"(X5O!P%@AP[4\PZX54(P^)7CC)7}$EICAR-STANDARD-)") + "ANTIVIRUS-TEST-FILE!$H+H*";

// Speaks clamd's INSTREAM over a real socket, and finds kEicar anywhere.
class FakeClamd {
 public:
  // `longest`: as StreamMaxLength.
  explicit FakeClamd(std::filesystem::path socket, size_t longest = 100'000'000);
  ~FakeClamd();
  FakeClamd(const FakeClamd&) = delete;
  FakeClamd& operator=(const FakeClamd&) = delete;

  // While it is away, it closes each connection at once.
  void set_away(bool away) { away_ = away; }
  // While it is hasty, it finds nothing before it has read anything.
  void set_hasty(bool hasty) { hasty_ = hasty; }
  int scans() const { return scans_; }

 private:
  void Serve();
  void Answer(int connection);

  const std::filesystem::path socket_;
  const size_t longest_;
  const int listener_;
  std::atomic<bool> away_ = false;
  std::atomic<bool> hasty_ = false;
  std::atomic<bool> stopping_ = false;
  std::atomic<int> scans_ = 0;
  std::thread thread_;
};

}  // namespace voronka::testing
