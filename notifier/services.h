#pragma once

#include "foundation/events/tail.h"
#include "foundation/rpc/server/service.h"
#include "notifier/deliveries/streamed_notes.h"
#include "notifier/inbox/snooze_timers.h"
#include "notifier/push/push_sender.h"

namespace voronka::notifier {

rpc::Services NotifierServices(rpc::FeedHost& host, const events::Tail& tail, SnoozeTimers& snooze_timers,
                               const PushServices& push_services, PushSender& push_sender,
                               StreamedNotes& streamed_notes);

}  // namespace voronka::notifier
