#include "notifier/inbox/additions.h"

#include <google/protobuf/util/time_util.h>

#include <string_view>
#include <utility>

#include "notifier/inbox/replacing.h"
#include "notifier/push/rings.h"

namespace voronka::notifier {
namespace {

using v1::Notification;

constexpr std::string_view kKeys[] = {"account_id", "user_id", "told_key", "push", "discreet_text"};

Wishes WishesOf(rpc::Session& session, const std::vector<Addition>& additions) {
  std::vector<int64_t> users;
  for (const auto& addition : additions) users.push_back(addition.user_id);
  return Wishes(session.db, session.account_id(), users);
}

Ringing Made(rpc::Session& session, Addition& addition, const Wishes& wishes) {
  auto& notification = addition.notification;
  const auto wish = wishes.For(addition.user_id, KindOf(notification.kind()));
  notification.set_id(session.NextId("notification", storage::Numbering::kInternal));
  notification.set_state(Notification::STATE_UNREAD);
  notification.set_occurrence(1);
  notification.set_popup(wish.preference.popup());
  notification.set_sound(wish.preference.sound());
  *notification.mutable_create_time() = google::protobuf::util::TimeUtil::MicrosecondsToTimestamp(session.Now());
  return {addition.user_id, std::move(notification), std::move(addition.discreet_text), wish};
}

storage::KeyedRow RowOf(rpc::Session& session, const std::string& dedup_key, const Ringing& made) {
  return {{session.account_id(), made.user_id, dedup_key, made.wish.preference.push(), made.discreet_text},
          &made.notification};
}

bool IsPresent(rpc::Session& session, const Ringing& made) {
  return !session.db
              .Query("SELECT id FROM inbox WHERE account_id = ? AND user_id = ? AND id = ?", session.account_id(),
                     made.user_id, made.notification.id())
              .empty();
}

}  // namespace

void AddToInboxes(rpc::Session& session, std::vector<Addition> additions) {
  const auto wishes = WishesOf(session, additions);
  std::vector<Ringing> made;
  for (auto& addition : additions) made.push_back(Made(session, addition, wishes));
  std::vector<storage::KeyedRow> rows;
  for (size_t i = 0; i < made.size(); ++i) rows.push_back(RowOf(session, additions[i].dedup_key, made[i]));
  if (session.db.InsertNew("inbox", kKeys, rows) < std::ssize(rows)) {
    std::erase_if(made, [&](const auto& each) { return !IsPresent(session, each); });
  }
  std::vector<int64_t> tasks;
  for (const auto& [user_id, notification, discreet_text, wish] : made) {
    session.Announce({session.account_id(), user_id, notification.SerializeAsString()});
    if (KindOf(notification.kind()).ends_with == EndsWith::kTask) tasks.push_back(notification.task_id());
  }
  Ring(session, std::move(made));
  ReplaceEarlier(session, tasks);
}

}  // namespace voronka::notifier
