#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "crm_service/fields/filters/filter_plan.h"
#include "foundation/rpc/calls/session.h"
#include "voronka/crm/v1/deal.pb.h"
#include "voronka/crm/v1/field_value.pb.h"

namespace voronka::crm {

// What filters ask of deals that their message does not say: open and overdue tasks, the source of the first inquiry,
// whether the responsible user is disabled. Read only if the filter names it.
class DealFacts {
 public:
  DealFacts(rpc::Session& session, FilterPlan& plan);

  void Read(const std::vector<int64_t>& deal_ids);
  // Nothing: `field` is no such fact.
  std::optional<std::vector<v1::FieldValue>> Find(const std::string& field, const v1::Deal& deal) const;
  // Deals that have open, or overdue, tasks, if the filter asks for them.
  std::vector<Narrowing> Narrowings() const;

 private:
  void ReadTasks(const std::vector<int64_t>& deal_ids);
  void ReadSources(const std::vector<int64_t>& deal_ids);

  rpc::Session& session_;
  const FilterPlan& plan_;
  std::unordered_set<int64_t> disabled_;
  std::unordered_set<int64_t> with_open_task_;
  std::unordered_set<int64_t> with_overdue_task_;
  std::unordered_map<int64_t, std::string> sources_;
};

}  // namespace voronka::crm
