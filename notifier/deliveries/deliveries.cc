#include "notifier/deliveries/deliveries.h"

#include <fmt/format.h>
#include <google/protobuf/util/time_util.h>

#include <algorithm>
#include <chrono>

#include "foundation/storage/row_mapping.h"

namespace voronka::notifier {
namespace {

using v1::DeliveryRecord;

constexpr int64_t kRecordKept = std::chrono::microseconds(std::chrono::days(90)).count();
constexpr int kRecordsForgottenAtOnce = 1'000;
constexpr size_t kMostRecordsPerStatement = 64;

const storage::RowMapping& Mapping() { return storage::RowMapping::Of(*DeliveryRecord::descriptor()); }

std::string NoteStatement(size_t rows) {
  std::string row(2 * Mapping().columns().size(), ',');
  for (size_t i = 0; i < row.size(); i += 2) row[i] = '?';
  row.pop_back();
  std::string values;
  for (size_t i = 0; i < rows; ++i) values += (i == 0 ? "(" : ", (") + row + ")";
  return fmt::format("INSERT INTO deliveries ({}) VALUES {} ON DUPLICATE KEY UPDATE time = deliveries.time",
                     Mapping().ColumnList(), values);
}

}  // namespace

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
  while (!records.empty()) {
    const auto portion = records.first(std::min(records.size(), kMostRecordsPerStatement));
    std::vector<storage::Value> values;
    for (const auto& record : portion) Mapping().AppendValues(record, values);
    db_.ExecuteWith(NoteStatement(portion.size()), values);
    records = records.subspan(portion.size());
  }
}

std::vector<DeliveryRecord> Deliveries::Of(int64_t account_id, int64_t user_id, int64_t notification_id) {
  return db_.Select<DeliveryRecord>(
      "SELECT {columns} FROM deliveries WHERE account_id = ? AND user_id = ? AND notification_id = ?", account_id,
      user_id, notification_id);
}

bool Deliveries::ForgetOld(storage::Connection& db, int64_t now) {
  return db.Execute("DELETE FROM deliveries WHERE time < ? LIMIT ?", now - kRecordKept, kRecordsForgottenAtOnce) ==
         kRecordsForgottenAtOnce;
}

}  // namespace voronka::notifier
