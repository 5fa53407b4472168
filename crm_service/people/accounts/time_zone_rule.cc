#include "crm_service/people/accounts/time_zone_rule.h"

#include <cctz/time_zone.h>

namespace voronka::crm {

void RequireTimeZone(const std::string& name, const std::string& field, rpc::Violations& violations) {
  cctz::time_zone zone;
  violations.AddUnless(name.empty() || cctz::load_time_zone(name, &zone), "UNKNOWN_TIME_ZONE", field,
                       {"There is no such time zone.", "Такого часового пояса нет."});
}

}  // namespace voronka::crm
