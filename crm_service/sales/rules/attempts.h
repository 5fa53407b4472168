#pragma once

#include <cstdint>

#include "crm_service/sales/rules/facts.h"
#include "voronka/crm/v1/stage_rule.pb.h"

namespace voronka::crm {

// What rules count as attempts to reach a client. Pure decisions; times are microseconds since 1970 UTC.

// Whether what was done at `time` was done on the stage that the deal came to at `entered`. Who types a time leaves its
// seconds out.
bool IsOnStage(int64_t time, int64_t entered);

// How many of them count for the rule.
int CountFor(const v1::AttemptsAsk& ask, const Attempts& attempts);

}  // namespace voronka::crm
