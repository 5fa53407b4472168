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

size_t Routes::RoomOf(const std::string& route) const {
  const auto found = waiting_.find(route);
  return found == waiting_.end() ? kRoom : kRoom - std::min(kRoom, found->second.size());
}

int64_t Routes::RetryTime(const std::string& route, int64_t now) const {
  const auto found = waiting_.find(route);
  const int64_t waited = found == waiting_.end() ? 0 : now - *found->second.begin();
  return now + std::clamp(waited, kShortestWait, kLongestWait);
}

void Routes::Answered(const std::string& route, int64_t sent_at) {
  const auto found = waiting_.find(route);
  if (found == waiting_.end()) return;
  if (const auto sent = found->second.find(sent_at); sent != found->second.end()) found->second.erase(sent);
  if (found->second.empty()) waiting_.erase(found);
}

}  // namespace voronka::notifier
