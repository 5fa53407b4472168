#pragma once

#include <cstdint>

#include "foundation/rpc/calls/caller.h"
#include "foundation/rpc/requests/error.h"
#include "voronka/crm/v1/activity.pb.h"
#include "voronka/crm/v1/deal.pb.h"

namespace voronka::crm {

// Throws PERMISSION_DENIED (NOT_YOUR_ACTIVITY) unless the caller noted it, or leads sales.
void CheckMayChange(const rpc::Caller& caller, const v1::Activity& activity);

// With the deal's main contact unless it names another, and with a time: `noted` unless it names another. Microseconds
// since 1970 UTC.
v1::Activity Completed(v1::Activity draft, const v1::Deal& deal, int64_t noted);

// Nobody meets by SMS. Adds CHANNEL_NOT_OF_KIND.
void RequireChannelOfKind(const v1::Activity& activity, rpc::Violations& violations);

// Throws FAILED_PRECONDITION (TIME_IN_FUTURE, TIME_BEFORE_DEAL). A minute is allowed for clocks that differ, and for
// times that are typed without their seconds. `now`: microseconds since 1970 UTC.
void CheckTime(const v1::Activity& activity, const v1::Deal& deal, int64_t now);

}  // namespace voronka::crm
