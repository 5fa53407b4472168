#include "notifier/deliveries/deliveries.h"

#include <google/protobuf/util/time_util.h>

#include <vector>

#include "notifier/retention/retention.h"

namespace voronka::notifier {

using v1::DeliveryRecord;

DeliveryRecord RecordOf(v1::DeliveryStep::Kind kind, const rpc::Caller& caller, int64_t user_id,
                        const v1::Notification& notification, int64_t now) {
  DeliveryRecord record;
  record.set_account_id(caller.account_id);
  record.set_user_id(user_id);
  record.set_notification_id(notification.id());
  record.set_occurrence(notification.occurrence());
  record.set_kind(kind);
  record.set_session_id(caller.session_id);
  record.set_device(caller.client);
  *record.mutable_time() = google::protobuf::util::TimeUtil::MicrosecondsToTimestamp(now);
  return record;
}

void Deliveries::Note(std::span<const DeliveryRecord> records) {
  std::vector<storage::KeyedRow> rows;
  for (const auto& record : records) rows.push_back({{}, &record});
  db_.InsertNew("deliveries", {}, rows);
}

std::vector<DeliveryRecord> Deliveries::Of(int64_t account_id, int64_t user_id, int64_t notification_id) {
  return db_.Select<DeliveryRecord>(
      "SELECT {columns} FROM deliveries WHERE account_id = ? AND user_id = ? AND notification_id = ?", account_id,
      user_id, notification_id);
}

bool Deliveries::ForgetOld(storage::Connection& db, int64_t now) {
  return db.Execute("DELETE FROM deliveries WHERE time < ? LIMIT ?", now - kNotificationsKept, kForgottenAtOnce) ==
         kForgottenAtOnce;
}

}  // namespace voronka::notifier
