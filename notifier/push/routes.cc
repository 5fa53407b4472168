#include "notifier/push/routes.h"

#include <algorithm>
#include <chrono>
#include <string_view>

namespace voronka::notifier {
namespace {

using std::chrono::microseconds;

constexpr int64_t kShortestWait = microseconds(std::chrono::milliseconds(20)).count();
constexpr int64_t kLongestWait = microseconds(std::chrono::seconds(10)).count();
constexpr std::string_view kAfterScheme = "://";

}  // namespace

std::string RouteOf(const v1::Device& device) {
  const auto& address = device.address();
  const auto scheme = address.find(kAfterScheme);
  if (scheme == std::string::npos) return v1::Vendor_Name(device.vendor());
  const auto host = scheme + kAfterScheme.size();
  return address.substr(host, address.find('/', host) - host);
}

bool Routes::IsFull(const std::string& route) const {
  const auto found = waiting_.find(route);
  return found != waiting_.end() && found->second.size() >= kRoom;
}

int64_t Routes::RetryTime(const std::string& route, int64_t now) const {
  return now + std::clamp(now - *waiting_.at(route).begin(), kShortestWait, kLongestWait);
}

void Routes::Answered(const std::string& route, int64_t sent_at) {
  const auto found = waiting_.find(route);
  if (found == waiting_.end()) return;
  if (const auto sent = found->second.find(sent_at); sent != found->second.end()) found->second.erase(sent);
  if (found->second.empty()) waiting_.erase(found);
}

}  // namespace voronka::notifier
