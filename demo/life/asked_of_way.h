#pragma once

#include "voronka/crm/v1/pipeline.pb.h"

namespace voronka::demo {

// What the rules of two stages ask of a deal on its way from one to the other, whatever else they make it depend on.

// The most attempts to reach the client that one of them asks for.
int AttemptsAsked(const crm::v1::Stage& from, const crm::v1::Stage& to);

// The first stage that a deal may go to only with somebody's approval. Null: there is none.
const crm::v1::Stage* StageToApprove(const crm::v1::Pipeline& pipeline, const crm::v1::Stage& from);

}  // namespace voronka::demo
