#pragma once

#include <chrono>
#include <cstdint>
#include <string_view>

#include "client/client.h"
#include "demo/story/moment.h"
#include "voronka/crm/v1/task.pb.h"

namespace voronka::demo {

inline constexpr std::chrono::seconds kReminderAhead{3};
// Due while the killed notifier is down.
inline constexpr std::chrono::milliseconds kReminderAheadOfKill{400};

// Sets a task that `assignee` gives to themselves, due some minutes after its only reminder.
crm::v1::Task SetTask(client::Client& assignee, int64_t deal_id, std::string_view text, Moment reminder);

}  // namespace voronka::demo
