#include "crm_service/clients/companies/companies.h"

#include <optional>
#include <utility>

#include "crm_service/clients/identity/company_key.h"
#include "crm_service/clients/sight/seen_list.h"

namespace voronka::crm {

using storage::Value;
using v1::Company;

FoundCompanies Companies::Matching(const CompanyFilter& filter, const CompanyPlace& after, int limit) {
  return filter.key.empty() ? InOrderOfId(filter, after.id, limit) : WithKey(filter, after, limit);
}

void Companies::AddConditions(const CompanyFilter& filter, const SeenClients& seen, std::string& sql,
                              std::vector<Value>& values) {
  if (!filter.tax_number.empty()) {
    sql += " AND tax_number = ?";
    values.emplace_back(filter.tax_number);
  }
  if (filter.responsible_user_id != 0) {
    sql += " AND responsible_user_id = ?";
    values.emplace_back(filter.responsible_user_id);
  }
  sql += filter.fields.Conditions(account_id_, values);
  seen.AddTo(sql, values);
}

FoundCompanies Companies::InOrderOfId(const CompanyFilter& filter, int64_t after, int limit) {
  const SeenClients seen(session_, v1::ENTITY_COMPANY);
  std::optional<SeenPage> listed;
  if (filter.suits_all()) listed = ListSeen(session_.db, seen, {after, limit, filter.newest_first});
  FoundCompanies found;
  if (!listed) {
    found.companies = Walk(filter, seen, after, limit);
    return found;
  }
  found.companies = ReadListed<Company>(session_.db, seen, listed->ids, filter.newest_first);
  points_.ReadInto(found.companies);
  if (listed->next) found.next = CompanyPlace{.is_longer = 1, .id = *listed->next};
  return found;
}

std::vector<Company> Companies::Walk(const CompanyFilter& filter, const SeenClients& seen, int64_t after, int limit) {
  std::string sql = "SELECT {columns} FROM companies WHERE account_id = ?";
  std::vector<Value> values = {account_id_};
  AddConditions(filter, seen, sql, values);
  sql += filter.newest_first ? " AND id < ? ORDER BY id DESC LIMIT ?" : " AND id > ? ORDER BY id LIMIT ?";
  values.insert(values.end(), {after, limit});
  auto companies = session_.db.SelectWith<Company>(sql, values);
  points_.ReadInto(companies);
  return companies;
}

FoundCompanies Companies::WithKey(const CompanyFilter& filter, const CompanyPlace& after, int limit) {
  // A key has no signs that LIKE knows.
  std::string sql = "SELECT {columns}, name_key <> ? FROM companies WHERE account_id = ? AND name_key LIKE ?";
  std::vector<Value> values = {filter.key, account_id_, filter.key + "%"};
  AddConditions(filter, SeenClients(session_, v1::ENTITY_COMPANY), sql, values);
  sql += filter.newest_first ? " AND (name_key <> ?, -id) > (?, -?) ORDER BY name_key <> ?, id DESC LIMIT ?"
                             : " AND (name_key <> ?, id) > (?, ?) ORDER BY name_key <> ?, id LIMIT ?";
  values.insert(values.end(), {filter.key, after.is_longer, after.id, filter.key, limit});
  FoundCompanies found;
  for (auto& row : session_.db.SelectExtendedWith<Company>(sql, values)) {
    if (row.more.Int(0) == 0) found.exact.insert(row.message.id());
    found.companies.push_back(std::move(row.message));
  }
  points_.ReadInto(found.companies);
  return found;
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

void Companies::TakeAway(const Company& last) {
  points_.Replace(last, {});
  ClientTable::TakeAway(last);
}

Company Companies::PutBack(Company company) {
  points_.Add(company);
  company = ClientTable::PutBack(std::move(company));
  KeepKey(company);
  return company;
}

void Companies::KeepKey(const Company& company) {
  session_.db.Execute("UPDATE companies SET name_key = ? WHERE account_id = ? AND id = ?", CompanyKey(company.name()),
                      account_id_, company.id());
}

}  // namespace voronka::crm
