#include "gateway/forms/form_limits.h"

#include <utility>

namespace voronka::gateway {
namespace {

using namespace std::chrono_literals;

// Enough for an office behind one address.
constexpr int kFromAddress = 30;
constexpr auto kFromAddressEvery = 4s;
// Enough for a campaign on its best day; more is a flood.
constexpr int kInAll = 600;
constexpr auto kInAllEvery = 200ms;
constexpr size_t kKeys = 100'000;

}  // namespace

FormLimits::FormLimits(process::Networks servers)
    : servers_(std::move(servers)),
      from_address_(kFromAddress, kFromAddressEvery, kKeys),
      in_all_(kInAll, kInAllEvery, kKeys) {}

FormLimits::Wait FormLimits::TakeFromAddress(const std::string& key, const std::string& address) {
  if (servers_.Contain(address)) return std::nullopt;
  return from_address_.Take(key + ' ' + process::SubscriberOf(address), RateLimit::Clock::now());
}

FormLimits::Wait FormLimits::TakeInAll(const std::string& key) { return in_all_.Take(key, RateLimit::Clock::now()); }

}  // namespace voronka::gateway
