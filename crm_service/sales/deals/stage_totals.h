#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "crm_service/people/access/sight.h"
#include "foundation/rpc/calls/session.h"
#include "voronka/crm/v1/deal.pb.h"

namespace voronka::crm {

// The table `stage_totals`, updated with every write of a deal instead of being counted on demand.
class StageTotals {
 public:
  explicit StageTotals(rpc::Session& session) : session_(session) {}

  // `before` is null for a new deal. The rows are written at the end of the session, since all deals of the stage share
  // them.
  void Keep(const v1::Deal* before, const v1::Deal& after);
  // The totals of a pipeline, given by its key.
  std::vector<v1::StageTotal> Of(const std::string& pipeline, const Owners& owners);

 private:
  rpc::Session& session_;
};

}  // namespace voronka::crm
