#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>

#include "voronka/notifier/v1/device.pb.h"
#include "voronka/notifier/v1/preference.pb.h"
#include "voronka/notifier/v1/push_intent.pb.h"
#include "voronka/notifier/v1/push_message.pb.h"

namespace voronka::notifier {

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
  // For kLater, if the service says so. At most a day.
  std::optional<std::chrono::microseconds> retry_after = {};
  // Such as `status 503`, for those who run the server. ASCII, at most 300 characters. Empty: nothing to add.
  std::string detail = {};
  // What it means, for everybody.
  v1::PushIntent::Trouble trouble = v1::PushIntent::TROUBLE_UNSPECIFIED;
};

using PushAnswered = std::function<void(const PushAnswer&)>;

}  // namespace voronka::notifier
