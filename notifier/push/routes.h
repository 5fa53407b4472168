#pragma once

#include <cstdint>
#include <map>
#include <set>
#include <string>

#include "voronka/notifier/v1/device.pb.h"

namespace voronka::notifier {

// What a device's pushes go through: the host of its address, or the vendor.
std::string RouteOf(const v1::Device& device);

// The pushes that wait for an answer. Each route has room for so many, so that one whose push service is slow takes
// nobody else's. Times in microseconds since 1970 UTC.
class Routes {
 public:
  static constexpr size_t kRoom = 500;

  size_t RoomOf(const std::string& route) const;
  // When a full one is worth a look again: after as long as its first push has been waiting, at most 10 s.
  int64_t RetryTime(const std::string& route, int64_t now) const;

  void Sent(const std::string& route, int64_t at) { waiting_[route].insert(at); }
  void Answered(const std::string& route, int64_t sent_at);
  bool IsIdle() const { return waiting_.empty(); }

 private:
  // Since when.
  std::map<std::string, std::multiset<int64_t>> waiting_;
};

}  // namespace voronka::notifier
