#pragma once

#include <string>

#include "crm_service/fields/filters/filter_plan.h"
#include "crm_service/sales/filters/deal_source.h"
#include "foundation/rpc/calls/session.h"
#include "voronka/crm/v1/condition.pb.h"

namespace voronka::crm {

// A filter of the deals of a pipeline, by its key, newest first.
FilterPlan PlanOnBoard(rpc::Session& session, const v1::Condition& filter, const std::string& pipeline);
// The same of one stage, by its key.
FilterPlan OnStage(FilterPlan plan, const std::string& stage);

}  // namespace voronka::crm
