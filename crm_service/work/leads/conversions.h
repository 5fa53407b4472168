#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "foundation/rpc/calls/session.h"
#include "foundation/rpc/requests/error.h"
#include "voronka/crm/v1/deal.pb.h"
#include "voronka/crm/v1/timeline.pb.h"

namespace voronka::crm {

// Conversions are kept in the timelines of the lead and of the deal.

// `before`: the lead before it was won.
void TellOfConversion(rpc::Session& session, const v1::Deal& before, const v1::Deal& deal);
void TellOfUndoing(rpc::Session& session, const v1::Deal& lead, const v1::Deal& deal, const std::string& why);

// What the lead's timeline tells of its last conversion. Nothing: it was never converted, or that was undone.
std::optional<v1::TimelineEntry> StandingConversionOf(rpc::Session& session, int64_t lead_id);

// Adds what has happened to the deal of a conversion since.
void CheckNothingBuilt(rpc::Session& session, int64_t deal_id, rpc::Violations& violations);

}  // namespace voronka::crm
