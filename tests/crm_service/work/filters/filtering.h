#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "client/client.h"
#include "tests/support/parsed.h"
#include "voronka/crm/v1/filter.pb.h"

namespace voronka::testing {

// `how` is the rest of a Comparison as text, after `OPERATOR_`: `ONE_OF values { choice: 'new' }`.
inline crm::v1::Condition Comparing(const std::string& field, const std::string& how) {
  return Parsed<crm::v1::Condition>("comparison { field: '" + field + "' operator: OPERATOR_" + how + " }");
}

inline crm::v1::FilterDealsRequest DealsThat(const crm::v1::Condition& filter, const std::string& order_by = "") {
  crm::v1::FilterDealsRequest request;
  *request.mutable_filter() = filter;
  request.set_order_by(order_by);
  return request;
}

// The ids on all pages.
inline std::vector<int64_t> AllIds(client::Client& who, crm::v1::FilterDealsRequest request, int page_size = 7) {
  std::vector<int64_t> ids;
  request.set_page_size(page_size);
  do {
    const auto page = who.Call<crm::v1::FilterDealsResponse>(request);
    for (const auto& deal : page.deals()) ids.push_back(deal.id());
    request.set_page_token(page.next_page_token());
  } while (!request.page_token().empty());
  return ids;
}

inline crm::v1::CountDealsResponse CountOf(client::Client& who, const crm::v1::Condition& filter) {
  crm::v1::CountDealsRequest request;
  *request.mutable_filter() = filter;
  return who.Call<crm::v1::CountDealsResponse>(request);
}

}  // namespace voronka::testing
