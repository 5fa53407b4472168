#pragma once

#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "crm_service/fields/conditions/truth.h"
#include "crm_service/fields/filters/candidates.h"
#include "crm_service/fields/filters/constraints.h"
#include "crm_service/fields/filters/filter_fields.h"
#include "crm_service/fields/filters/filter_orders.h"
#include "crm_service/fields/filters/filter_table.h"
#include "crm_service/people/access/sight.h"
#include "foundation/rpc/calls/session.h"
#include "foundation/rpc/requests/error.h"
#include "voronka/crm/v1/condition.pb.h"

namespace voronka::crm {

// A filter as it has been read and checked, of one caller at one time.
class FilterPlan {
 public:
  // `filter` may be null: everything suits. Throws INVALID_ARGUMENT with all that is wrong with the filter and the
  // order, FAILED_PRECONDITION (INDEX_NOT_READY) for an order whose index is being filled.
  FilterPlan(rpc::Session& session, const FilterTable& table, const v1::Condition* filter, const std::string& order_by);

  // The same filter, of what is also one of these. Comes before NarrowToUsers.
  void Require(const std::string& field, std::vector<v1::FieldValue> one_of);
  // For what else is known about who can be responsible, such as sight. It narrows only.
  void NarrowToUsers(const std::string& field, const std::vector<int64_t>& user_ids);

  bool Suits(const ValuesOfField& values_of) const;
  const FilterTable& table() const { return table_; }
  const FilterFields& fields() const { return fields_; }
  const Constraints& constraints() const { return constraints_; }
  const AskedOrder& order() const { return order_; }
  // Whether the filter names the field, or any of a subject (`contact`).
  bool Names(const std::string& field) const { return names_.contains(field); }
  bool NamesSome(const std::string& subject) const { return subjects_.contains(subject); }

  // `further`: other ways to narrow than the table's indexes.
  Candidates CandidatesAfter(rpc::Session& session, const FilterPosition& after,
                             std::vector<Narrowing> further = {}) const;

 private:
  void CollectNames(const v1::Condition& condition);

  const FilterTable& table_;
  const FilterFields fields_;
  AskedOrder order_;
  // Absent: everything suits.
  std::optional<v1::Condition> condition_;
  Constraints constraints_;
  std::set<std::string> names_;
  std::set<std::string> subjects_;
};

// Of a request. Null: it has none.
template <class Request>
const v1::Condition* FilterIn(const Request& request) {
  return request.has_filter() ? &request.filter() : nullptr;
}

// Adds all that is wrong with a filter that is to be kept.
void CheckKeptFilter(rpc::Session& session, const FilterTable& table, const v1::Condition& filter,
                     const std::string& order_by, const std::string& path, rpc::Violations& violations);

}  // namespace voronka::crm
