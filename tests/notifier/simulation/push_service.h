#pragma once

#include <functional>
#include <string>
#include <utility>
#include <vector>

#include "notifier/push/vendors/push.h"
#include "tests/notifier/simulation/phone.h"
#include "tests/notifier/simulation/record.h"
#include "tests/system/faults/dice.h"

namespace voronka::simulation {

// A vendor's, with its moods.
class PushService {
 public:
  enum class Mood {
    kWell,
    kDown,
    // Says how long.
    kAsksToWait,
    // Delivers at once, and answers late, or says then that it has not.
    kSlow,
    // Accepts, and delivers nothing.
    kLies,
    // Delivers, and answers twice.
    kRepeats,
    kRefuses,
  };

  PushService(std::string its_host, testing::Dice& dice) : host(std::move(its_host)), dice_(dice) {}

  // `phone`: the one at the address; null: there is none.
  Fate Take(const notifier::Push& push, notifier::PushAnswered answered, Phone* phone, int64_t now);
  // What it still owes.
  void AnswerLate();
  void Turn(Mood mood) { mood_ = mood; }
  bool IsWell() const { return mood_ == Mood::kWell && owed_.empty(); }

  const std::string host;

 private:
  testing::Dice& dice_;
  Mood mood_ = Mood::kWell;
  std::vector<std::pair<notifier::PushAnswered, notifier::PushAnswer::Outcome>> owed_;
};

const char* NameOf(PushService::Mood mood);

}  // namespace voronka::simulation
