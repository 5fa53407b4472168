#include "notifier/inbox/acknowledging.h"

#include <span>
#include <utility>

#include "foundation/storage/row_list.h"
#include "notifier/deliveries/deliveries.h"
#include "notifier/push/settling.h"

namespace voronka::notifier {
namespace {

using storage::Value;
using v1::Notification;

void SaveAcknowledged(rpc::Session& session, std::span<const InboxEntry> entries) {
  storage::InRowPortions(entries, [&](auto portion) {
    auto rows = storage::ListOf(portion, "user_id = ? AND id = ?", [](const InboxEntry& entry) {
      return std::vector<Value>{entry.user_id, entry.notification.id()};
    });
    const auto statement =
        storage::On(std::move(rows), "UPDATE inbox SET state = ?, snooze_time = NULL WHERE account_id = ? AND {rows}",
                    {Notification::STATE_ACKNOWLEDGED, session.account_id()});
    session.db.ExecuteWith(statement.sql, statement.values);
  });
}

}  // namespace

std::vector<InboxEntry> AcknowledgeAll(rpc::Session& session, std::vector<InboxEntry> entries,
                                       v1::DeliveryStep::Kind how) {
  if (entries.empty()) return entries;
  std::vector<v1::DeliveryRecord> records;
  for (auto& [user_id, notification] : entries) {
    notification.set_state(Notification::STATE_ACKNOWLEDGED);
    notification.clear_snooze_time();
    records.push_back(RecordOf(how, session.caller, user_id, notification, session.Now()));
    session.Announce({session.account_id(), user_id, notification.SerializeAsString()});
  }
  SaveAcknowledged(session, entries);
  Settle(session, entries);
  Deliveries(session.db).Note(records);
  return entries;
}

std::vector<InboxEntry> LockWhere(rpc::Session& session, const std::string& condition, std::vector<Value> parameters) {
  parameters.insert(parameters.begin(), session.account_id());
  std::vector<InboxEntry> entries;
  for (auto& [notification, more] : session.db.SelectExtendedWith<Notification>(
           "SELECT {columns}, user_id FROM inbox WHERE account_id = ? AND " + condition + " FOR UPDATE", parameters)) {
    entries.push_back({more.Int(0), std::move(notification)});
  }
  return entries;
}

}  // namespace voronka::notifier
