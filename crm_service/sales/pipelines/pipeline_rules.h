#pragma once

#include <cstdint>
#include <set>
#include <string>
#include <vector>

#include "foundation/rpc/requests/error.h"
#include "voronka/crm/v1/pipeline.pb.h"

namespace voronka::crm {

// What is wrong with the pipeline by itself: duplicate keys (DUPLICATE_KEY), an incoming stage that is not the first
// (INCOMING_NOT_FIRST), no open stage (NO_OPEN_STAGE), not exactly one won stage (ONE_WON_STAGE), no lost stage
// (NO_LOST_STAGE), a stage after a closing one (CLOSING_NOT_LAST), a parking stage that is not open (PARKING_NOT_OPEN),
// a probability of a stage that is not open (PROBABILITY_NOT_OPEN), a loss reason of a stage that is not lost
// (NOT_A_LOST_STAGE) or that the pipeline does not have (UNKNOWN_LOSS_REASON), a take stage that the pipeline does not
// have (UNKNOWN_STAGE) or that is not open (TAKE_STAGE_NOT_OPEN).
void CheckPipeline(const v1::Pipeline& pipeline, rpc::Violations& violations);

// Whether the pipeline for repeat inquiries exists (UNKNOWN_PIPELINE): itself, or one of `pipelines`, by key.
void CheckRepeatPipeline(const v1::Pipeline& pipeline, const std::set<std::string>& pipelines,
                         rpc::Violations& violations);

bool HasRules(const v1::Pipeline& pipeline);

// Throws FAILED_PRECONDITION (PIPELINE_ARCHIVED) when the pipeline is archived and the default for inquiries.
void CheckMayBeDefault(const v1::Pipeline& pipeline);

struct PipelineUse {
  // No other pipeline of the account is in use.
  bool is_last;
  int64_t open_deals;
};

// Throws FAILED_PRECONDITION with everything that still needs the pipeline: PIPELINE_IN_USE, PIPELINE_IS_DEFAULT,
// LAST_PIPELINE.
void CheckMayBeArchived(const v1::Pipeline& pipeline, const PipelineUse& use);

// A stage and its deals.
struct StageUse {
  const v1::Stage& stage;
  int64_t open_deals;
  int64_t closed_deals;
};

// Throws FAILED_PRECONDITION (STAGE_IN_USE) with every stage that has deals, and how many.
void CheckHaveNoDeals(const std::vector<StageUse>& uses);

}  // namespace voronka::crm
