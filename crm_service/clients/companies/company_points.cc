#include "crm_service/clients/companies/company_points.h"

#include "crm_service/clients/identity/contact_point.h"

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
  if (companies.empty()) return;
  auto company = companies.begin();
  for (const auto& row : session_.db.Query("SELECT company_id, kind, value FROM company_points "
                                           "WHERE account_id = ? AND company_id BETWEEN ? AND ? "
                                           "ORDER BY company_id, position",
                                           session_.account_id(), companies.front().id(), companies.back().id())) {
    while (company->id() < row.Int(0)) ++company;
    // A company with an id between two of these may not be among them.
    if (company->id() == row.Int(0)) AddPoint({static_cast<ContactPoint::Kind>(row.Int(1)), row.Text(2)}, *company);
  }
}

}  // namespace voronka::crm
