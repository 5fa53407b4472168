#include "tests/notifier/simulation/push_service.h"

#include <array>
#include <chrono>
#include <utility>

namespace voronka::simulation {

using namespace std::chrono_literals;
using notifier::PushAnswer;
using Outcome = PushAnswer::Outcome;

Fate PushService::Take(const notifier::Push& push, notifier::PushAnswered answered, Phone* phone, int64_t now) {
  if (mood_ == Mood::kDown) return answered({Outcome::kLater, {}, "status 503"}), Fate::kTurnedAway;
  if (mood_ == Mood::kAsksToWait) {
    return answered({Outcome::kLater, dice_.Between(0s, 10min), "status 429"}), Fate::kTurnedAway;
  }
  if (mood_ == Mood::kRefuses) return answered({Outcome::kRefused, {}, "status 400"}), Fate::kRefused;
  if (mood_ == Mood::kLies) return answered({Outcome::kAccepted}), Fate::kLost;
  if (phone != nullptr) phone->Receive(push.message, now);
  if (mood_ == Mood::kSlow) {
    owed_.push_back({std::move(answered), phone == nullptr ? Outcome::kGone : Outcome::kAccepted});
    return phone == nullptr ? Fate::kGone : Fate::kDelivered;
  }
  if (phone == nullptr) return answered({Outcome::kGone, {}, "status 410"}), Fate::kGone;
  answered({Outcome::kAccepted});
  if (mood_ == Mood::kRepeats) answered({dice_.Once(2) ? Outcome::kAccepted : Outcome::kLater});
  return Fate::kDelivered;
}

void PushService::AnswerLate() {
  for (const auto& [answered, outcome] : std::exchange(owed_, {})) {
    answered({dice_.Once(3) ? Outcome::kLater : outcome});
  }
}

const char* NameOf(PushService::Mood mood) {
  static constexpr std::array kNames = {
      "is well", "is down", "asks to wait", "is slow", "tells a lie", "answers everything twice", "refuses"};
  return kNames.at(static_cast<size_t>(mood));
}

}  // namespace voronka::simulation
