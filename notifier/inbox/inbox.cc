#include "notifier/inbox/inbox.h"

#include <google/protobuf/util/time_util.h>

#include <limits>
#include <utility>

#include "foundation/rpc/requests/error.h"
#include "foundation/rpc/requests/page.h"
#include "notifier/deliveries/deliveries.h"
#include "notifier/inbox/acknowledging.h"
#include "notifier/inbox/additions.h"
#include "notifier/push/rings.h"
#include "notifier/push/settling.h"
#include "notifier/retention/retention.h"

namespace voronka::notifier {

using google::protobuf::util::TimeUtil;
using v1::DeliveryStep;
using v1::Notification;

void Inbox::Add(const std::string& dedup_key, Notification notification, const std::string& discreet_text) {
  AddToInboxes(session_, {{user_id_, dedup_key, std::move(notification), discreet_text}});
}

std::optional<Notification> Inbox::Find(int64_t id) {
  return session_.db.SelectOne<Notification>(
      "SELECT {columns} FROM inbox WHERE account_id = ? AND user_id = ? AND id = ?", session_.account_id(), user_id_,
      id);
}

std::optional<bool> Inbox::WasToBePushed(int64_t id) {
  const auto rows = session_.db.Query("SELECT push FROM inbox WHERE account_id = ? AND user_id = ? AND id = ?",
                                      session_.account_id(), user_id_, id);
  return rows.empty() || rows[0].IsNull(0) ? std::nullopt : std::optional(rows[0].Int(0) != 0);
}

Notification Inbox::Acknowledge(int64_t id) {
  auto notification = Require(id);
  if (notification.state() == Notification::STATE_ACKNOWLEDGED) return notification;
  const auto how = session_.caller.user_id == user_id_ ? DeliveryStep::KIND_SEEN : DeliveryStep::KIND_SETTLED;
  return AcknowledgeAll(session_, {{user_id_, std::move(notification)}}, how).front().notification;
}

Notification Inbox::Snooze(int64_t id, int64_t until) {
  auto notification = Require(id);
  if (HasEnded(id)) return Acknowledge(id);
  notification.set_state(Notification::STATE_SNOOZED);
  *notification.mutable_snooze_time() = TimeUtil::MicrosecondsToTimestamp(until);
  Save(notification);
  const InboxEntry entry{user_id_, notification};
  Settle(session_, {&entry, 1});
  auto record = RecordOf(DeliveryStep::KIND_SNOOZED, session_.caller, user_id_, notification, session_.Now());
  *record.mutable_snooze_time() = notification.snooze_time();
  Deliveries(session_.db).Note({&record, 1});
  return notification;
}

void Inbox::ShowAgain(int64_t id, int64_t snoozed_until) {
  auto notification = Lock(id);
  if (!notification || notification->state() != Notification::STATE_SNOOZED) return;
  if (TimeUtil::TimestampToMicroseconds(notification->snooze_time()) != snoozed_until) return;
  notification->set_state(Notification::STATE_UNREAD);
  notification->set_occurrence(notification->occurrence() + 1);
  notification->clear_snooze_time();
  const auto wish = Wished(*notification);
  Save(*notification);
  session_.db.Execute("UPDATE inbox SET shown_time = ?, push = ? WHERE account_id = ? AND user_id = ? AND id = ?",
                      session_.Now(), wish.preference.push(), session_.account_id(), user_id_, id);
  Ring(session_, {{user_id_, *notification, StoredDiscreetText(id), wish}});
}

v1::ListNotificationsResponse Inbox::List(const v1::ListNotificationsRequest& request) {
  const rpc::Page page(request, {std::numeric_limits<int64_t>::max()});
  const int64_t account = session_.account_id();
  auto rows = request.state() == Notification::STATE_UNSPECIFIED
                  ? session_.db.Select<Notification>(
                        "SELECT {columns} FROM inbox WHERE account_id = ? AND user_id = ? AND id < ? "
                        "ORDER BY id DESC LIMIT ?",
                        account, user_id_, page.key(), page.limit())
                  : session_.db.Select<Notification>(
                        "SELECT {columns} FROM inbox WHERE account_id = ? AND user_id = ? AND state = ? AND id < ? "
                        "ORDER BY id DESC LIMIT ?",
                        account, user_id_, request.state(), page.key(), page.limit());
  v1::ListNotificationsResponse response;
  page.Fill(std::move(rows), response.mutable_notifications(), response.mutable_next_page_token(),
            [](const Notification& last) { return std::vector<int64_t>{last.id()}; });
  return response;
}

bool Inbox::ForgetOld(storage::Connection& db, int64_t now) {
  const int64_t before = now - kNotificationsKept;
  const auto forget = [&](Notification::State state, const std::string& seen_last) {
    return db.Execute("DELETE FROM inbox WHERE state = ? AND create_time < ? AND " + seen_last + " < ? LIMIT ?", state,
                      before, before, kForgottenAtOnce) == kForgottenAtOnce;
  };
  const bool read = forget(Notification::STATE_ACKNOWLEDGED, "create_time");
  const bool unread = forget(Notification::STATE_UNREAD, "COALESCE(shown_time, create_time)");
  const bool snoozed = forget(Notification::STATE_SNOOZED, "snooze_time");
  return read || unread || snoozed;
}

std::optional<Notification> Inbox::Lock(int64_t id) {
  return session_.db.SelectOne<Notification>(
      "SELECT {columns} FROM inbox WHERE account_id = ? AND user_id = ? AND id = ? FOR UPDATE", session_.account_id(),
      user_id_, id);
}

Notification Inbox::Require(int64_t id) {
  auto notification = Lock(id);
  if (!notification) throw rpc::NotFound("notification", id);
  return *notification;
}

bool Inbox::HasEnded(int64_t id) {
  const auto rows = session_.db.Query("SELECT ended FROM inbox WHERE account_id = ? AND user_id = ? AND id = ?",
                                      session_.account_id(), user_id_, id);
  return !rows.empty() && rows[0].Int(0) != 0;
}

std::string Inbox::StoredDiscreetText(int64_t id) {
  return session_.db
      .Query("SELECT discreet_text FROM inbox WHERE account_id = ? AND user_id = ? AND id = ?", session_.account_id(),
             user_id_, id)
      .at(0)
      .Text(0);
}

Wish Inbox::Wished(Notification& notification) {
  const Wishes wishes(session_.db, session_.account_id(), {user_id_});
  auto wish = wishes.For(user_id_, KindOf(notification.kind()));
  notification.set_popup(wish.preference.popup());
  notification.set_sound(wish.preference.sound());
  return wish;
}

void Inbox::Save(const Notification& notification) {
  session_.db.Update("inbox", notification, "WHERE account_id = ? AND user_id = ? AND id = ?", session_.account_id(),
                     user_id_, notification.id());
  Announce(notification);
}

void Inbox::Announce(const Notification& notification) {
  session_.Announce({session_.account_id(), user_id_, notification.SerializeAsString()});
}

}  // namespace voronka::notifier
