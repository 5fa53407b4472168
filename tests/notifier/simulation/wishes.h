#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <utility>

#include "tests/notifier/simulation/quiet.h"
#include "tests/system/faults/dice.h"
#include "voronka/notifier/v1/preference.pb.h"

namespace voronka::simulation {

namespace v1 = notifier::v1;

// How a user wants to get notifications.
class Wishes {
 public:
  // Changes one of them, and returns what to tell the notifier.
  v1::UpdatePreferencesRequest Change(testing::Dice& dice);
  v1::KindPreference Of(v1::Notification::Kind kind) const;
  Quiet QuietIn(const std::string& zone) const;

 private:
  std::map<v1::Notification::Kind, v1::KindPreference> chosen_;
  Quiet quiet_;
};

}  // namespace voronka::simulation
