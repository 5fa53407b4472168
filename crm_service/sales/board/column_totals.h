#pragma once

#include <map>
#include <string>

#include "foundation/rpc/calls/session.h"
#include "voronka/crm/v1/board.pb.h"

namespace voronka::crm {

// A board's totals by stage and currency, summed over the responsible users that the request asks for.
class ColumnTotals {
 public:
  ColumnTotals(rpc::Session& session, const v1::Pipeline& pipeline, const v1::GetBoardRequest& request);

  void Fill(v1::BoardColumn& column) const;

 private:
  // By stage, then currency.
  std::map<std::string, std::map<std::string, v1::StageTotal>> totals_;
};

}  // namespace voronka::crm
