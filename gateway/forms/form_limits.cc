#include "gateway/forms/form_limits.h"

#include "foundation/rpc/requests/error.h"

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

rpc::Error TooMany(std::chrono::milliseconds wait) {
  rpc::Error error(rpc::Code::kResourceExhausted,
                   {"TOO_MANY_SUBMISSIONS",
                    "",
                    {"Too many forms were sent; wait a little and send it again.",
                     "Отправлено слишком много форм; подождите немного и отправьте ещё раз."}});
  return error.RetryAfter(wait);
}

}  // namespace

FormLimits::FormLimits() : from_address_(kFromAddress, kFromAddressEvery, kKeys), in_all_(kInAll, kInAllEvery, kKeys) {}

void FormLimits::Take(const std::string& key, const std::string& address) {
  const auto now = RateLimit::Clock::now();
  if (const auto wait = from_address_.Take(key + ' ' + address, now)) throw TooMany(*wait);
  if (const auto wait = in_all_.Take(key, now)) throw TooMany(*wait);
}

}  // namespace voronka::gateway
