#pragma once

#include <map>
#include <string>

#include "foundation/rpc/calls/session.h"
#include "voronka/crm/v1/board.pb.h"

namespace voronka::crm {

// The totals of a board by stage and currency, whoever is responsible within what was asked for.
class ColumnTotals {
 public:
  ColumnTotals(rpc::Session& session, const v1::Pipeline& pipeline, const v1::GetBoardRequest& request);

  void Fill(v1::BoardColumn& column) const;

 private:
  // By stage, then currency.
  std::map<std::string, std::map<std::string, v1::StageTotal>> totals_;
};

}  // namespace voronka::crm
