#include "crm_service/clients/companies/company_keys.h"

#include "crm_service/clients/identity/company_key.h"

namespace voronka::crm {
namespace {

constexpr size_t kKeysAtOnce = 1'000;

}  // namespace

bool CompanyKeys::RenewPortion(storage::Connection& db) {
  const auto rows = db.Query(
      "SELECT account_id, id, name, name_key, etag FROM companies "
      "WHERE account_id > ? OR (account_id = ? AND id > ?) ORDER BY account_id, id LIMIT ?",
      account_id_, account_id_, id_, kKeysAtOnce);
  for (const auto& row : rows) {
    account_id_ = row.Int(0);
    id_ = row.Int(1);
    const auto key = CompanyKey(row.Text(2));
    if (key == row.Text(3)) continue;
    // Whoever has changed the company since has written its key.
    db.Execute("UPDATE companies SET name_key = ? WHERE account_id = ? AND id = ? AND etag = ?", key, account_id_, id_,
               row.Int(4));
  }
  if (rows.size() == kKeysAtOnce) return true;
  account_id_ = id_ = 0;
  return false;
}

}  // namespace voronka::crm
