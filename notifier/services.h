#pragma once

#include "foundation/events/tail.h"
#include "foundation/rpc/server/service.h"
#include "notifier/inbox/snooze_timers.h"

namespace voronka::notifier {

rpc::Services NotifierServices(rpc::FeedHost& host, const events::Tail& tail, SnoozeTimers& snooze_timers);

}  // namespace voronka::notifier
