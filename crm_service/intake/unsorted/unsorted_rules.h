#pragma once

#include <cstdint>
#include <optional>

#include "foundation/rpc/calls/caller.h"
#include "voronka/crm/v1/deal.pb.h"
#include "voronka/crm/v1/pipeline.pb.h"
#include "voronka/crm/v1/timeline.pb.h"
#include "voronka/crm/v1/user.pb.h"

namespace voronka::crm {

// What may happen to an unsorted inquiry. Pure decisions. `last` is what last decided whose the deal is and where
// (LastSortingOf).

bool WasAccepted(const v1::Deal& deal, const v1::TimelineEntry& last);
bool WasDeclined(const v1::Deal& deal, const v1::TimelineEntry& last);
bool WasAttached(const v1::Deal& deal, const v1::TimelineEntry& last);

// ID of the user who has the deal, or has declined or attached it. 0: nobody.
int64_t WhoSorted(const v1::Deal& deal, const v1::TimelineEntry& last);

// FAILED_PRECONDITION: ALREADY_SORTED, NOT_UNSORTED. `sorter`: whoever WhoSorted names.
[[noreturn]] void ThrowSorted(const rpc::Caller& caller, const v1::Deal& deal, const v1::TimelineEntry& last,
                              const std::optional<v1::User>& sorter);

// Whether the caller may undo the sorting. `pipeline` is the deal's. Throws NOT_RETURNABLE, NOT_RESPONSIBLE.
void CheckMayReturn(const rpc::Caller& caller, const v1::Pipeline& pipeline, const v1::Deal& deal,
                    const v1::TimelineEntry& last);

// The stage that an accepted inquiry goes to. `named` by key or ID; empty: the first. Throws NOT_FOUND,
// NOT_AN_OPEN_STAGE.
const v1::Stage& StageToWorkIn(const v1::Pipeline& pipeline, const std::string& named);

}  // namespace voronka::crm
