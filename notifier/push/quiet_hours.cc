#include "notifier/push/quiet_hours.h"

#include <chrono>

#include "foundation/calendar/day.h"
#include "foundation/process/fault_points.h"

namespace voronka::notifier {
namespace {

using cctz::time_zone;
using std::chrono::microseconds;

cctz::civil_second MinuteOf(const cctz::civil_day& day, int minute) { return cctz::civil_minute(day) + minute; }

int64_t MicrosOf(const cctz::time_point<cctz::seconds>& moment) {
  return std::chrono::duration_cast<microseconds>(moment.time_since_epoch()).count();
}

// Of a time that comes twice, the first; of one that is skipped, the moment of the change.
int64_t BeginningAt(const cctz::civil_second& shown, const time_zone& zone) {
  const auto found = zone.lookup(shown);
  return MicrosOf(found.kind == time_zone::civil_lookup::SKIPPED ? found.trans : found.pre);
}

// The same, but the second of two.
int64_t EndAt(const cctz::civil_second& shown, const time_zone& zone) {
  const auto found = zone.lookup(shown);
  return MicrosOf(found.kind == time_zone::civil_lookup::SKIPPED ? found.trans : found.post);
}

cctz::civil_day DayOf(int64_t at, const time_zone& zone) {
  const std::chrono::time_point<std::chrono::system_clock, microseconds> moment{microseconds(at)};
  return cctz::civil_day(cctz::convert(std::chrono::floor<cctz::seconds>(moment), zone));
}

}  // namespace

int64_t AfterQuietHours(const v1::QuietHours& hours, int64_t at, const time_zone& zone) {
  const int from = hours.from_minute();
  const int until = hours.until_minute();
  if (!hours.enabled() || from == until) return at;
  const int overnight = from > until ? 1 : 0;
  const auto today = DayOf(at, zone);
  // Where the clock goes back, those that end may overlap those that begin.
  for (auto day = today - 1; day <= today + 1; ++day) {
    const int64_t end = EndAt(MinuteOf(day + overnight, until), zone);
    if (BeginningAt(MinuteOf(day, from), zone) <= at && at < end) at = end;
  }
  return at;
}

int64_t AfterQuietHours(const v1::PushIntent& intent, int64_t at) {
  if (!intent.has_quiet_hours() || process::Broken(process::Fault::kPushInQuietHours)) return at;
  return AfterQuietHours(intent.quiet_hours(), at, calendar::ZoneNamed(intent.time_zone()));
}

}  // namespace voronka::notifier
