#pragma once

#include "client/call_failed.h"
#include "demo/life/living_deal.h"
#include "voronka/crm/v1/deal.pb.h"

namespace voronka::demo {

// Whether the stage is not for this deal, or cannot be reached from where it is: nothing that a manager could fill in
// would help.
bool IsFinal(const client::CallFailed& refusal);

// Gives all that the refusal of a move to the stage asks for: values, words, a reason go along with the next try; a
// task is planned, the client is tried, the head of sales agrees, and items are ticked at once. Throws
// std::runtime_error if it asks for something else.
void Answer(LivingDeal& deal, const client::CallFailed& refusal, const crm::v1::Stage& to,
            crm::v1::MoveDealRequest& move);

}  // namespace voronka::demo
