#include "crm_service/clients/companies/company_points.h"

#include <cstdint>
#include <unordered_map>
#include <utility>
#include <vector>

#include "crm_service/clients/identity/contact_point.h"
#include "foundation/storage/select_by_ids.h"

namespace voronka::crm {

using v1::Company;

void CompanyPoints::Add(const Company& company) {
  int position = 0;
  for (const auto& point : PointsOf(company)) {
    session_.db.Execute(
        "INSERT INTO company_points (account_id, company_id, position, kind, value) VALUES (?, ?, ?, ?, ?)",
        session_.account_id(), company.id(), position++, point.kind, point.value);
  }
}

void CompanyPoints::Replace(const Company& before, const Company& after) {
  if (PointsOf(before) == PointsOf(after)) return;
  session_.db.Execute("DELETE FROM company_points WHERE account_id = ? AND company_id = ?", session_.account_id(),
                      before.id());
  Add(after);
}

void CompanyPoints::ReadInto(std::span<Company> companies) {
  std::vector<int64_t> ids;
  std::unordered_map<int64_t, Company*> by_id;
  for (auto& company : companies) {
    ids.push_back(company.id());
    by_id.emplace(company.id(), &company);
  }
  for (const auto& portion : storage::InPortions(std::move(ids))) {
    std::vector<storage::Value> values = {session_.account_id()};
    values.insert(values.end(), portion.ids.begin(), portion.ids.end());
    for (const auto& row : session_.db.QueryWith("SELECT company_id, kind, value FROM company_points "
                                                 "WHERE account_id = ? AND company_id IN (" +
                                                     portion.placeholders + ") ORDER BY company_id, position",
                                                 values)) {
      AddPoint({static_cast<ContactPoint::Kind>(row.Int(1)), row.Text(2)}, *by_id.at(row.Int(0)));
    }
  }
}

}  // namespace voronka::crm
