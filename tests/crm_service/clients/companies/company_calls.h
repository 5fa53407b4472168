#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "tests/crm_service/office.h"
#include "voronka/crm/v1/company.pb.h"

namespace voronka::testing {

inline crm::v1::CreateCompanyRequest NewCompany(const std::string& name, const std::string& tax_number = "") {
  crm::v1::CreateCompanyRequest request;
  request.mutable_company()->set_name(name);
  request.mutable_company()->set_tax_number(tax_number);
  return request;
}

// Empties the field, unless the test fills it.
inline crm::v1::UpdateCompanyRequest ChangingCompany(int64_t company_id, const std::string& path) {
  crm::v1::UpdateCompanyRequest request;
  request.set_company_id(company_id);
  request.mutable_company();
  request.mutable_update_mask()->add_paths(path);
  return request;
}

inline crm::v1::GetCompanyRequest GettingCompany(int64_t company_id) {
  crm::v1::GetCompanyRequest request;
  request.set_company_id(company_id);
  return request;
}

inline std::vector<std::string> NamesFound(client::Client& who, const crm::v1::ListCompaniesRequest& request) {
  std::vector<std::string> names;
  const auto response = who.Call<crm::v1::ListCompaniesResponse>(request);
  for (const auto& company : response.companies()) names.push_back(company.name());
  return names;
}

}  // namespace voronka::testing
