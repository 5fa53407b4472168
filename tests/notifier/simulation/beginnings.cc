#include "tests/notifier/simulation/beginnings.h"

#include <cctz/time_zone.h>

#include <chrono>
#include <stdexcept>

#include "tests/notifier/proto_text.h"
#include "tests/notifier/simulation/times.h"

namespace voronka::simulation {
namespace {

using namespace std::chrono_literals;

enum class Occasion { kForward, kBack, kLeapDay, kOrdinary };

// When the zone's clocks change for the first time in 2027, in that direction.
int64_t Change(const std::string& name, bool forward) {
  cctz::time_zone zone;
  if (!cctz::load_time_zone(name, &zone)) throw std::invalid_argument(name);
  auto moment = cctz::convert(cctz::civil_second(2027), zone);
  cctz::time_zone::civil_transition change;
  while (zone.next_transition(moment, &change)) {
    moment = zone.lookup(change.to).trans;
    if ((change.to > change.from) == forward) return moment.time_since_epoch().count() * kSecond;
  }
  throw std::invalid_argument(name + " has no summer time");
}

int64_t DayOf(const std::string& zone, Occasion occasion) {
  switch (occasion) {
    case Occasion::kForward:
      return Change(zone, true);
    case Occasion::kBack:
      return Change(zone, false);
    case Occasion::kLeapDay:
      return notifier::At("2028-02-29T00:00:00Z");
    case Occasion::kOrdinary:
      break;
  }
  return notifier::At("2027-06-15T00:00:00Z");
}

}  // namespace

Beginning BeginningOf(uint64_t seed, testing::Dice& dice) {
  const std::string zone = kZones[seed % kZones.size()];
  const auto occasion = static_cast<Occasion>(seed / kZones.size() % 4);
  return {zone, DayOf(zone, occasion) - std::chrono::microseconds(dice.Between(1h, 20h)).count()};
}

}  // namespace voronka::simulation
