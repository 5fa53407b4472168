#pragma once

#include <map>
#include <string>

#include "crm_service/people/access/sight.h"
#include "foundation/rpc/calls/session.h"
#include "voronka/crm/v1/board.pb.h"

namespace voronka::crm {

// A board's totals by stage and currency, summed over the owners.
class ColumnTotals {
 public:
  ColumnTotals(rpc::Session& session, const v1::Pipeline& pipeline, const v1::GetBoardRequest& request,
               const Owners& owners);

  void Fill(v1::BoardColumn& column) const;

 private:
  // By stage, then currency.
  std::map<std::string, std::map<std::string, v1::StageTotal>> totals_;
};

}  // namespace voronka::crm
