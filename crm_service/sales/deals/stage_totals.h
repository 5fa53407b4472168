#pragma once

#include "foundation/rpc/session.h"
#include "voronka/crm/v1/deal.pb.h"

namespace voronka::crm {

// The table `stage_totals`: kept with every write of a deal, never counted.
class StageTotals {
 public:
  explicit StageTotals(rpc::Session& session) : session_(session) {}

  // `before` is null for a new deal. Written at the end of the session: every other deal of the stage shares the rows.
  void Keep(const v1::Deal* before, const v1::Deal& after);
  v1::ListStageTotalsResponse List(const v1::ListStageTotalsRequest& request);

 private:
  rpc::Session& session_;
};

}  // namespace voronka::crm
