#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "crm_service/clients/companies/company_points.h"
#include "crm_service/clients/identity/client_table.h"
#include "voronka/crm/v1/company.pb.h"

namespace voronka::crm {

// Which companies are looked for. Empty: any.
struct CompanyFilter {
  // The beginning of a key (company_key.h).
  std::string key;
  std::string tax_number;
};

// The tables `companies` and `company_points`.
class Companies : public ClientTable<v1::Company, CompanyPoints> {
 public:
  using ClientTable::ClientTable;

  // At most `limit` companies with a larger id than `after`, in order of id.
  std::vector<v1::Company> Matching(const CompanyFilter& filter, int64_t after, int limit);

  // The oldest of those with this key, or this tax number. Of a key that does not tell companies apart: none.
  std::optional<v1::Company> Named(const std::string& key);
  std::optional<v1::Company> WithTaxNumber(const std::string& tax_number);

  // Assigns id, times and etag.
  v1::Company Add(v1::Company company);
  // `before` must be locked.
  v1::Company Save(const v1::Company& before, v1::Company after);

 private:
  void KeepKey(const v1::Company& company);
};

}  // namespace voronka::crm
