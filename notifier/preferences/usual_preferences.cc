#include "notifier/preferences/usual_preferences.h"

namespace voronka::notifier {
namespace {

constexpr int kMinutesAnHour = 60;

}  // namespace

v1::QuietHours UsualQuietHours() {
  v1::QuietHours hours;
  hours.set_from_minute(22 * kMinutesAnHour);
  hours.set_until_minute(8 * kMinutesAnHour);
  return hours;
}

v1::KindPreference UsualPreference(const Kind& kind) {
  v1::KindPreference preference;
  preference.set_kind(kind.kind);
  preference.set_push(kind.usually.push);
  preference.set_popup(kind.usually.popup);
  preference.set_sound(kind.usually.sound);
  preference.set_in_quiet_hours(kind.usually.in_quiet_hours);
  return preference;
}

}  // namespace voronka::notifier
