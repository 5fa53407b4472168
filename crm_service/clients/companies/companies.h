#pragma once

#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "crm_service/clients/companies/company_points.h"
#include "crm_service/clients/identity/client_table.h"
#include "crm_service/clients/sight/seen_clients.h"
#include "crm_service/fields/index/index_filter.h"
#include "voronka/crm/v1/company.pb.h"

namespace voronka::crm {

// Which companies are looked for. Empty: any.
struct CompanyFilter {
  // The beginning of a key (company_key.h).
  std::string key;
  std::string tax_number;
  IndexFilter fields = {};
  // 0: of anybody.
  int64_t responsible_user_id = 0;
  // In order of id from the largest, instead of from the smallest.
  bool newest_first = false;

  bool suits_all() const { return key.empty() && tax_number.empty() && fields.empty() && responsible_user_id == 0; }
};

// Where a company stands among those that match.
struct CompanyPlace {
  // Whether only the beginning of its key is sought: 0 or 1.
  int64_t is_longer = 0;
  int64_t id = 0;
};

struct FoundCompanies {
  std::vector<v1::Company> companies;
  // The ids of those whose whole key is sought. They come first.
  std::set<int64_t> exact = {};
  // Where to go on, if there may be more. Absent: unknown.
  std::optional<CompanyPlace> next = {};
};

// The tables `companies` and `company_points`.
class Companies : public ClientTable<v1::Company, CompanyPoints> {
 public:
  using ClientTable::ClientTable;

  // At most `limit` companies that the caller sees and that come after `after`: those whose whole key is sought first,
  // then in the order of the filter. Whoever sees few may get fewer, and go on.
  FoundCompanies Matching(const CompanyFilter& filter, const CompanyPlace& after, int limit);

  // The oldest of those with this key, or this tax number. Of a key that does not tell companies apart: none.
  std::optional<v1::Company> Named(const std::string& key);
  std::optional<v1::Company> WithTaxNumber(const std::string& tax_number);

  // Assigns id, times and etag.
  v1::Company Add(v1::Company company);
  // `before` must be locked.
  v1::Company Save(const v1::Company& before, v1::Company after);
  // Of a merge (client_table.h), with its points.
  void TakeAway(const v1::Company& last);
  v1::Company PutBack(v1::Company company);

 private:
  // Those but for the key.
  void AddConditions(const CompanyFilter& filter, const SeenClients& seen, std::string& sql,
                     std::vector<storage::Value>& values);
  // Whatever their key.
  FoundCompanies InOrderOfId(const CompanyFilter& filter, int64_t after, int limit);
  std::vector<v1::Company> Walk(const CompanyFilter& filter, const SeenClients& seen, int64_t after, int limit);
  FoundCompanies WithKey(const CompanyFilter& filter, const CompanyPlace& after, int limit);
  void KeepKey(const v1::Company& company);
};

}  // namespace voronka::crm
