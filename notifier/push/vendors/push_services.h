#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "foundation/process/clock.h"
#include "foundation/process/log.h"
#include "foundation/process/metrics.h"
#include "voronka/config/v1/services.pb.h"
#include "voronka/notifier/v1/device.pb.h"
#include "voronka/notifier/v1/preference.pb.h"
#include "voronka/notifier/v1/push_message.pb.h"

namespace voronka::notifier {

// What a push service says of a push.
struct PushAnswer {
  enum class Outcome {
    // It will deliver the push.
    kAccepted,
    // The device does not exist any more.
    kGone,
    // Not now: it is down, slow, or asks to wait.
    kLater,
    // It will never take this push.
    kRefused,
  };
  Outcome outcome;
  // For kLater, if the service says so.
  std::optional<std::chrono::microseconds> retry_after = {};
  // Such as `status 503`, for people. Empty: nothing to add.
  std::string detail = {};
};

struct Push {
  v1::Device device;
  v1::PushMessage message;
  // Until when the push service keeps it, in microseconds since 1970 UTC.
  int64_t expire;
  v1::KindPreference::Urgency urgency;
  // A later push with the same key replaces this one if it is not delivered yet. At most 32 characters of
  // base64url.
  std::string collapse_key;
};

// The push services of all vendors. Sends on a thread of its own and keeps its connections. Safe to use from every
// thread.
class PushServices {
 public:
  // Throws process::ConfigurationError for keys that cannot be used.
  PushServices(const config::v1::Push& configuration, const process::Clock& clock, process::Log& log,
               process::Metrics& metrics);
  // Calls whoever waits for an answer: kLater.
  ~PushServices();

  // The vendors that are configured.
  std::vector<v1::Vendor> Configured() const;
  // For subscriptions of browsers. Empty: no Web Push.
  std::string ApplicationServerKey() const;
  // Throws rpc::Error for an address or keys to which nothing is ever sent: ADDRESS_NOT_ALLOWED, KEY_INVALID, REQUIRED.
  void Check(const v1::Device& device) const;

  // Takes over key files that have changed. A file that cannot be used is logged, and the former key stays.
  void Renew();

  // `answered` runs once, on the thread of this object. Must not throw.
  void Send(Push push, std::function<void(const PushAnswer&)> answered);

 private:
  class Implementation;
  const std::unique_ptr<Implementation> implementation_;
};

}  // namespace voronka::notifier
