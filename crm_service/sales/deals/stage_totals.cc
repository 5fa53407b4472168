#include "crm_service/sales/deals/stage_totals.h"

#include <map>
#include <tuple>
#include <utility>

namespace voronka::crm {
namespace {

struct Sum {
  int64_t deals = 0;
  int64_t amount_minor = 0;
};

using Key = std::tuple<std::string, std::string, int64_t, std::string>;

// One that is in no stage counts nowhere.
void Count(std::map<Key, Sum>& changes, const v1::Deal& deal, int sign) {
  if (deal.stage().empty()) return;
  auto& sum = changes[{deal.pipeline(), deal.stage(), deal.responsible_user_id(), deal.amount().currency()}];
  sum.deals += sign;
  sum.amount_minor += sign * deal.amount().minor();
}

}  // namespace

void StageTotals::Keep(const v1::Deal* before, const v1::Deal& after) {
  std::map<Key, Sum> changes;  // in key order, which is the order of locks
  if (before != nullptr) Count(changes, *before, -1);
  Count(changes, after, +1);
  std::erase_if(changes,
                [](const auto& change) { return change.second.deals == 0 && change.second.amount_minor == 0; });
  if (changes.empty()) return;
  std::string sql =
      "INSERT INTO stage_totals (account_id, pipeline, stage, responsible_user_id, currency, deals, amount_minor) "
      "VALUES ";
  std::vector<storage::Value> values;
  for (const auto& [key, sum] : changes) {
    const auto& [pipeline, stage, responsible, currency] = key;
    sql += values.empty() ? "(?, ?, ?, ?, ?, ?, ?)" : ", (?, ?, ?, ?, ?, ?, ?)";
    values.insert(values.end(),
                  {session_.account_id(), pipeline, stage, responsible, currency, sum.deals, sum.amount_minor});
  }
  sql += " ON DUPLICATE KEY UPDATE deals = deals + VALUES(deals), amount_minor = amount_minor + VALUES(amount_minor)";
  session_.BeforeCommit(
      [&db = session_.db, sql = std::move(sql), values = std::move(values)] { db.ExecuteWith(sql, values); });
}

std::vector<v1::StageTotal> StageTotals::Of(const std::string& pipeline, const Owners& owners) {
  std::string sql = "SELECT {columns} FROM stage_totals WHERE account_id = ? AND pipeline = ? AND deals <> 0";
  std::vector<storage::Value> values{session_.account_id(), pipeline};
  AddOwners(owners, "responsible_user_id", sql, values);
  return session_.db.SelectWith<v1::StageTotal>(sql, values);
}

}  // namespace voronka::crm
