#pragma once

#include <string>

#include "voronka/crm/v1/deal.pb.h"
#include "voronka/crm/v1/pipeline.pb.h"

namespace voronka::crm {

// By key or id; null when the pipeline has no such stage.
const v1::Stage* FindStage(const v1::Pipeline& pipeline, const std::string& stage);
// Throws NOT_FOUND.
const v1::Stage& GetStage(const v1::Pipeline& pipeline, const std::string& stage);

// The first where deals are worked on and that is no side state.
const v1::Stage& FirstOpenStage(const v1::Pipeline& pipeline);
// The first where a deal is lost.
const v1::Stage& FirstLostStage(const v1::Pipeline& pipeline);

const v1::LossReason* FindLossReason(const v1::Pipeline& pipeline, const std::string& key);

// An archived pipeline takes no more deals.
bool IsArchived(const v1::Pipeline& pipeline);

bool IsClosing(const v1::Stage& stage);

// The state of a deal on this stage.
v1::Deal::State StateOn(const v1::Stage& stage);

}  // namespace voronka::crm
