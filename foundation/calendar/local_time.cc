#include "foundation/calendar/local_time.h"

namespace voronka::calendar {

// `pre` is the time by the offset that was valid before the change: the first of two, and beyond the end of a skip.
cctz::time_point<cctz::seconds> MomentOf(const cctz::civil_second& shown, const cctz::time_zone& zone) {
  return zone.lookup(shown).pre;
}

}  // namespace voronka::calendar
