#pragma once

#include <cctz/time_zone.h>

namespace voronka::calendar {

// The moment at which the zone's clocks show that time. If they show it twice, the first. If they skip it, as in spring
// where 2:00 becomes 3:00, as long after the skip as the time lies after its beginning: 2:30 is read as 3:30, and
// never as a time before the skip. web/src/calendar/zone.ts has the same rule.
cctz::time_point<cctz::seconds> MomentOf(const cctz::civil_second& shown, const cctz::time_zone& zone);

}  // namespace voronka::calendar
