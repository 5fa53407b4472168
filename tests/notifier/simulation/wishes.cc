#include "tests/notifier/simulation/wishes.h"

#include <array>

#include "tests/notifier/simulation/times.h"

namespace voronka::simulation {
namespace {

using v1::KindPreference;
using v1::Notification;

struct Usual {
  Notification::Kind kind;
  bool push;
  bool popup;
  bool sound;
  bool in_quiet_hours;
};

constexpr std::array kUsual = {Usual{Notification::KIND_OFFER, true, true, true, true},
                               Usual{Notification::KIND_OFFER_WARNING, true, true, true, true},
                               Usual{Notification::KIND_OFFER_LOST, false, true, false, false},
                               Usual{Notification::KIND_TASK_REMINDER, true, true, true, false},
                               Usual{Notification::KIND_TASK_OVERDUE, true, false, false, false}};

KindPreference PreferenceOf(const Usual& usual) {
  KindPreference preference;
  preference.set_kind(usual.kind);
  preference.set_push(usual.push);
  preference.set_popup(usual.popup);
  preference.set_sound(usual.sound);
  preference.set_in_quiet_hours(usual.in_quiet_hours);
  return preference;
}

// Most have their nights; some have an hour at any time, or all of a day but an hour.
Quiet SomeQuiet(testing::Dice& dice) {
  constexpr int kMinutesADay = kDay / kMinute;
  if (!dice.Once(3)) return {true, (21 + dice.Throw(4)) * 60 % kMinutesADay, dice.Throw(10 * 60), ""};
  const int from = dice.Throw(kMinutesADay);
  const int minutes = dice.Once(3) ? kMinutesADay - dice.Throw(60) : dice.Throw(120);
  return {!dice.Once(4), from, (from + minutes) % kMinutesADay, ""};
}

}  // namespace

v1::UpdatePreferencesRequest Wishes::Change(testing::Dice& dice) {
  v1::UpdatePreferencesRequest request;
  auto& preferences = *request.mutable_preferences();
  if (dice.Once(2)) {
    quiet_ = SomeQuiet(dice);
    preferences.mutable_quiet_hours()->set_enabled(quiet_.enabled);
    preferences.mutable_quiet_hours()->set_from_minute(quiet_.from);
    preferences.mutable_quiet_hours()->set_until_minute(quiet_.until);
    request.mutable_update_mask()->add_paths("quiet_hours");
    return request;
  }
  auto preference = PreferenceOf(kUsual[dice.Throw(kUsual.size())]);
  preference.set_push(!dice.Once(4));
  preference.set_sound(dice.Once(2));
  preference.set_in_quiet_hours(dice.Once(2));
  chosen_[preference.kind()] = *preferences.add_kinds() = preference;
  request.mutable_update_mask()->add_paths("kinds");
  return request;
}

KindPreference Wishes::Of(Notification::Kind kind) const {
  if (const auto chosen = chosen_.find(kind); chosen != chosen_.end()) return chosen->second;
  for (const auto& usual : kUsual) {
    if (usual.kind == kind) return PreferenceOf(usual);
  }
  return {};
}

Quiet Wishes::QuietIn(const std::string& zone) const {
  Quiet quiet = quiet_;
  quiet.zone = zone;
  return quiet;
}

}  // namespace voronka::simulation
