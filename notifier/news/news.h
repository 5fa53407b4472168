#pragma once

#include <cstdint>
#include <string>

#include "voronka/notifier/v1/notification.pb.h"

namespace voronka::notifier {

// Something that a user has to know, before it is written in their language.
struct News {
  v1::Notification::Kind kind;
  // 0: nobody's, so whoever leads sales must know.
  int64_t user_id;
  // As `offer/<deal>/<attempt>`: of news with the same key a user gets one notification.
  std::string dedup_key;
  // The moment it is meant for: the reminder's, the event's. Microseconds since 1970 UTC, as `deadline`.
  int64_t due;

  int64_t deal_id = 0;
  // Or its client's, where nobody has named it. Empty: the deal has no other name than its number.
  std::string deal_name = {};
  int64_t task_id = 0;
  // Of the task or of the client, as long as it is.
  std::string text = {};
  // Until when an offer can be taken; when a task is due. 0: none.
  int64_t deadline = 0;
  // Only the deadline's day counts, in this time zone. Empty: the moment counts, in the user's.
  std::string day_in = {};
  // Whose task is overdue, if it is not the reader's own; who has the deal that was the reader's; who asks for an
  // approval, or has answered. 0: nobody.
  int64_t about_user_id = 0;
};

}  // namespace voronka::notifier
