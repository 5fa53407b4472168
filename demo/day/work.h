#pragma once

#include <span>
#include <string_view>

#include "demo/day/day.h"
#include "voronka/crm/v1/approval.pb.h"
#include "voronka/crm/v1/deal.pb.h"

// What people do with a deal so that a move may pass.
namespace voronka::demo {

// Anna calls, and nobody answers.
void TryInVain(Day& day, const crm::v1::Deal& deal, int times);

// Anna asks for the approval to a move to the stage.
crm::v1::Approval AskOlga(Day& day, const crm::v1::Deal& deal, std::string_view stage, std::string_view why);
// Throws StepFailed if it is not given by that.
void OlgaAgrees(Day& day, const crm::v1::Approval& approval, std::string_view words);

// Keys of items of the checklist of the deal's stage.
void TickItems(Day& day, const crm::v1::Deal& deal, std::span<const std::string_view> items);

}  // namespace voronka::demo
