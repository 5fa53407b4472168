#include "crm_service/people/accounts/time_zone_rule.h"

#include "foundation/calendar/zone_database.h"

namespace voronka::crm {

void RequireTimeZone(const std::string& name, const std::string& field, rpc::Violations& violations) {
  violations.AddUnless(name.empty() || calendar::IsZone(name), "UNKNOWN_TIME_ZONE", field,
                       {"There is no such time zone.", "Такого часового пояса нет."});
}

}  // namespace voronka::crm
