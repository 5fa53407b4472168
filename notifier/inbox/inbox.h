#pragma once

#include <optional>
#include <string>

#include "foundation/rpc/calls/session.h"
#include "notifier/preferences/wishes.h"
#include "voronka/notifier/v1/notification.pb.h"

namespace voronka::notifier {

// The notifications of one user. Whatever changes is announced to the user's streams; what is unread is pushed to the
// user's devices, and what is not any more is taken off them.
class Inbox {
 public:
  Inbox(rpc::Session& session, int64_t user_id) : session_(session), user_id_(user_id) {}

  // See Addition.
  void Add(const std::string& dedup_key, v1::Notification notification, const std::string& discreet_text = "");

  std::optional<v1::Notification> Find(int64_t id);
  // Whether it was to be pushed when it was shown the last time, as the user preferred then. Nothing: it was made by a
  // release that pushed nothing.
  std::optional<bool> WasToBePushed(int64_t id);

  // By the user, or by itself if the session is not the user's. Throws NOT_FOUND.
  v1::Notification Acknowledge(int64_t id);
  // Acknowledges it instead if what it is about has ended (see ended_news.h).
  v1::Notification Snooze(int64_t id, int64_t until);
  // Unread again, if it is still snoozed until that moment.
  void ShowAgain(int64_t id, int64_t snoozed_until);

  v1::ListNotificationsResponse List(const v1::ListNotificationsRequest& request);

  // Of every user: deletes a portion of the notifications that are older than 90 days, whether or not they were read.
  // The age of one that was snoozed counts from the moment when it was shown again. True: there are more.
  static bool ForgetOld(storage::Connection& db, int64_t now);

 private:
  std::optional<v1::Notification> Lock(int64_t id);
  v1::Notification Require(int64_t id);
  bool HasEnded(int64_t id);
  std::string StoredDiscreetText(int64_t id);
  // What the user prefers for it now; written into it as far as it says so.
  Wish Wished(v1::Notification& notification);
  void Save(const v1::Notification& notification);
  void Announce(const v1::Notification& notification);

  rpc::Session& session_;
  const int64_t user_id_;
};

}  // namespace voronka::notifier
