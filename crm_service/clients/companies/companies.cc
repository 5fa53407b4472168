#include "crm_service/clients/companies/companies.h"

#include <utility>

#include "crm_service/clients/identity/company_key.h"

namespace voronka::crm {

using storage::Value;
using v1::Company;

std::vector<Company> Companies::Matching(const CompanyFilter& filter, int64_t after, int limit) {
  std::string sql = "SELECT {columns} FROM companies WHERE account_id = ? AND id > ?";
  std::vector<Value> values = {account_id_, after};
  if (!filter.key.empty()) {
    // A key has no signs that LIKE knows.
    sql += " AND name_key LIKE ?";
    values.emplace_back(filter.key + "%");
  }
  if (!filter.tax_number.empty()) {
    sql += " AND tax_number = ?";
    values.emplace_back(filter.tax_number);
  }
  values.emplace_back(limit);
  auto companies = session_.db.SelectWith<Company>(sql + " ORDER BY id LIMIT ?", values);
  points_.ReadInto(companies);
  return companies;
}

std::optional<Company> Companies::Named(const std::string& key) {
  if (!TellsCompaniesApart(key)) return std::nullopt;
  return WithPoints(session_.db.SelectOne<Company>(
      "SELECT {columns} FROM companies WHERE account_id = ? AND name_key = ? ORDER BY id LIMIT 1", account_id_, key));
}

std::optional<Company> Companies::WithTaxNumber(const std::string& tax_number) {
  return WithPoints(session_.db.SelectOne<Company>(
      "SELECT {columns} FROM companies WHERE account_id = ? AND tax_number = ? ORDER BY id LIMIT 1", account_id_,
      tax_number));
}

Company Companies::Add(Company company) {
  company.set_id(NewId());
  points_.Add(company);
  company = ClientTable::Add(std::move(company));
  KeepKey(company);
  return company;
}

Company Companies::Save(const Company& before, Company after) {
  points_.Replace(before, after);
  after = ClientTable::Save(before, std::move(after));
  if (after.name() != before.name()) KeepKey(after);
  return after;
}

void Companies::KeepKey(const Company& company) {
  session_.db.Execute("UPDATE companies SET name_key = ? WHERE account_id = ? AND id = ?", CompanyKey(company.name()),
                      account_id_, company.id());
}

}  // namespace voronka::crm
