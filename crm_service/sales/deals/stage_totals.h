#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "foundation/rpc/calls/session.h"
#include "voronka/crm/v1/deal.pb.h"

namespace voronka::crm {

// The table `stage_totals`: kept with every write of a deal, never counted.
class StageTotals {
 public:
  explicit StageTotals(rpc::Session& session) : session_(session) {}

  // `before` is null for a new deal. Written at the end of the session: every other deal of the stage shares the rows.
  void Keep(const v1::Deal* before, const v1::Deal& after);
  // Of a pipeline, by its key. Only one user's; with 0, only nobody's.
  std::vector<v1::StageTotal> Of(const std::string& pipeline, std::optional<int64_t> responsible_user_id);

 private:
  rpc::Session& session_;
};

}  // namespace voronka::crm
