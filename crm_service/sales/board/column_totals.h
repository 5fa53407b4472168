#pragma once

#include <cstdint>
#include <map>
#include <string>

#include "crm_service/fields/filters/filter_plan.h"
#include "crm_service/people/access/sight.h"
#include "foundation/rpc/calls/session.h"
#include "voronka/crm/v1/board.pb.h"

namespace voronka::crm {

// A board's totals by stage and currency, summed over the owners. With a filter, those of the deals that suit it.
class ColumnTotals {
 public:
  // `filter`: null, or the plan of the request's filter.
  ColumnTotals(rpc::Session& session, const v1::Pipeline& pipeline, const v1::GetBoardRequest& request,
               const FilterPlan* filter, const Owners& owners);

  void Fill(v1::BoardColumn& column) const;

 private:
  void Count(rpc::Session& session, FilterPlan plan, const Owners& owners);
  void Add(const v1::StageTotal& part);

  // Of the request.
  const int64_t responsible_user_id_;
  // By stage, then currency.
  std::map<std::string, std::map<std::string, v1::StageTotal>> totals_;
  bool are_partial_ = false;
};

}  // namespace voronka::crm
