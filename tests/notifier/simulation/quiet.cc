#include "tests/notifier/simulation/quiet.h"

#include <map>
#include <optional>
#include <tuple>

#include "tests/notifier/simulation/local_clock.h"
#include "tests/notifier/simulation/times.h"

namespace voronka::simulation {
namespace {

constexpr int64_t kMinutesADay = kDay / kMinute;
// No zone is further from UTC than that.
constexpr int64_t kMostOffset = 15 * 60;

// In minutes since 1970 UTC. The end is not in it.
struct Night {
  int64_t begin;
  int64_t end;
};

// Begins when the clock first shows `from` or later, and ends after it has shown less than `until` for the last time.
Night Look(const Quiet& quiet, const cctz::time_zone& zone, int64_t day) {
  const int64_t from = day * kMinutesADay + quiet.from;
  const int64_t until = (quiet.from > quiet.until ? day + 1 : day) * kMinutesADay + quiet.until;
  std::optional<int64_t> begin;
  int64_t end = 0;
  for (int64_t minute = from - kMostOffset; minute < until + kMostOffset; ++minute) {
    const int64_t shown = MinutesShown(zone, minute);
    if (!begin && shown >= from) begin = minute;
    if (shown < until) end = minute + 1;
  }
  return {*begin, end};
}

// Many seeds ask for the same nights.
Night NightOf(const Quiet& quiet, int64_t day) {
  using Key = std::tuple<std::string, int, int, int64_t>;
  thread_local std::map<Key, Night> known;
  const Key key{quiet.zone, quiet.from, quiet.until, day};
  const auto found = known.find(key);
  if (found != known.end()) return found->second;
  cctz::time_zone zone;
  cctz::load_time_zone(quiet.zone, &zone);
  return known.emplace(key, Look(quiet, zone, day)).first->second;
}

}  // namespace

int64_t Quiet::End(int64_t at) const {
  if (!enabled || from == until) return at;
  const int64_t day = at / kDay;
  for (int64_t begun = day - 2; begun <= day + 2; ++begun) {
    const Night night = NightOf(*this, begun);
    if (night.begin * kMinute <= at && at < night.end * kMinute) at = night.end * kMinute;
  }
  return at;
}

}  // namespace voronka::simulation
