#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

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
  // The totals of a pipeline, given by its key: of one user; with 0, of deals that nobody has; absent: of all.
  std::vector<v1::StageTotal> Of(const std::string& pipeline, std::optional<int64_t> responsible_user_id);

 private:
  rpc::Session& session_;
};

}  // namespace voronka::crm
