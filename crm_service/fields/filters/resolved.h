#pragma once

#include <cctz/time_zone.h>

#include <cstdint>

#include "crm_service/fields/filters/filter_fields.h"
#include "voronka/crm/v1/condition.pb.h"

namespace voronka::crm {

// Who asks, and when.
struct Asking {
  int64_t user_id = 0;
  // Microseconds since 1970 UTC.
  int64_t now = 0;
  cctz::time_zone zone = cctz::utc_time_zone();
};

// The same condition with values instead of periods and of the caller. It must be without violations. Pure.
v1::Condition Resolved(const v1::Condition& condition, const FilterFields& fields, const Asking& asking);

// Whether some comparison has a period.
bool HasPeriod(const v1::Condition& condition);

}  // namespace voronka::crm
