#include "crm_service/people/accounts/account_rules.h"

#include "crm_service/people/accounts/time_zone_rule.h"

namespace voronka::crm {

void FillDefaults(v1::Account& account) {
  if (account.time_zone().empty()) account.set_time_zone("Europe/Moscow");
  if (account.currency().empty()) account.set_currency("RUB");
  if (account.locale().empty()) account.set_locale("ru");
}

void CheckAccount(const v1::Account& account, const std::string& prefix, rpc::Violations& violations) {
  RequireTimeZone(account.time_zone(), prefix + "time_zone", violations);
}

}  // namespace voronka::crm
