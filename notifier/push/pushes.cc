#include "notifier/push/pushes.h"

#include <fmt/format.h>
#include <google/protobuf/util/time_util.h>

#include <set>
#include <utility>

#include "foundation/storage/row_list.h"
#include "notifier/retention/retention.h"

namespace voronka::notifier {
namespace {

using google::protobuf::util::TimeUtil;
using storage::InRowPortions;
using storage::ListOf;
using storage::RowList;
using storage::Value;
using v1::PushIntent;

std::vector<Value> IdentityOf(const AddressedPush& push) { return {push.intent.account_id(), push.intent.id()}; }

RowList Identities(std::span<const AddressedPush> pushes) {
  return ListOf(pushes, "account_id = ? AND id = ?", IdentityOf);
}

RowList Claims(std::span<const PushIntent* const> claimed) {
  return ListOf(claimed, "account_id = ? AND id = ? AND claim = ?", [](const PushIntent* intent) {
    return std::vector<Value>{intent->account_id(), intent->id(), intent->claim()};
  });
}

// The pushes of notifications, which are all of one account.
RowList PushesOf(std::span<const InboxEntry> entries, const std::string& prefix = "") {
  return ListOf(entries, fmt::format("{0}user_id = ? AND {0}notification_id = ?", prefix), [](const InboxEntry& entry) {
    return std::vector<Value>{entry.user_id, entry.notification.id()};
  });
}

// Returns how many rows changed.
int64_t ExecuteOn(storage::Connection& db, RowList rows, std::string sql, std::vector<Value> parameters) {
  const auto statement = storage::On(std::move(rows), std::move(sql), std::move(parameters));
  return db.ExecuteWith(statement.sql, statement.values);
}

AddressedPush Addressed(PushIntent intent, const storage::Row& row, int first) {
  AddressedPush push{std::move(intent), std::nullopt, {}};
  if (row.IsNull(first)) return push;
  auto& device = push.device.emplace();
  device.set_id(push.intent.device_id());
  device.set_vendor(static_cast<v1::Vendor>(row.Int(first)));
  device.set_address(row.Text(first + 1));
  device.set_public_key(row.Text(first + 2));
  device.set_auth_secret(row.Text(first + 3));
  device.set_session_id(row.Int(first + 4));
  push.refusal = {static_cast<PushIntent::Trouble>(row.Int(first + 5)), row.Text(first + 6)};
  return push;
}

}  // namespace

std::vector<PushIntent> Pushes::RingsOf(int64_t account_id, int64_t user_id, int64_t notification_id) {
  return db_.Select<PushIntent>(
      "SELECT {columns} FROM pushes WHERE account_id = ? AND user_id = ? AND notification_id = ? AND purpose = ? "
      "ORDER BY id",
      account_id, user_id, notification_id, PushIntent::PURPOSE_RING);
}

int Pushes::CountOfTests(int64_t account_id, int64_t user_id, int64_t since) {
  // Nothing but tests is in no inbox.
  return static_cast<int>(
      db_.Query("SELECT COUNT(*) FROM pushes p WHERE p.account_id = ? AND p.user_id = ? AND p.create_time > ? "
                "AND p.purpose = ? AND NOT EXISTS (SELECT 1 FROM inbox i WHERE i.account_id = p.account_id "
                "AND i.user_id = p.user_id AND i.id = p.notification_id)",
                account_id, user_id, since, PushIntent::PURPOSE_RING)[0]
          .Int(0));
}

std::vector<ShowingDevice> Pushes::Cancel(int64_t account_id, std::span<const InboxEntry> entries) {
  std::vector<ShowingDevice> showing;
  InRowPortions(entries, [&](std::span<const InboxEntry> portion) {
    const auto pushed =
        storage::On(PushesOf(portion), "SELECT COUNT(*) FROM pushes WHERE account_id = ? AND {rows}", {account_id});
    if (db_.QueryWith(pushed.sql, pushed.values)[0].Int(0) == 0) return;
    ExecuteOn(db_, PushesOf(portion),
              "UPDATE pushes SET state = ? WHERE account_id = ? AND state = ? AND purpose = ? AND {rows}",
              {PushIntent::STATE_CANCELLED, account_id, PushIntent::STATE_PENDING, PushIntent::PURPOSE_RING});
    std::ranges::move(DevicesThatMayShow(account_id, portion), std::back_inserter(showing));
  });
  return showing;
}

std::vector<ShowingDevice> Pushes::DevicesThatMayShow(int64_t account_id, std::span<const InboxEntry> entries) {
  const auto statement = storage::On(
      PushesOf(entries, "p."),
      "SELECT DISTINCT {d.columns}, p.user_id, p.notification_id, p.occurrence FROM pushes p JOIN devices d "
      "ON d.account_id = p.account_id AND d.id = p.device_id AND d.user_id = p.user_id "
      "WHERE p.account_id = ? AND p.purpose = ? AND p.attempts > 0 AND {rows}",
      {account_id, PushIntent::PURPOSE_RING});
  std::vector<ShowingDevice> showing;
  for (auto& [device, row] : db_.SelectExtendedWith<v1::Device>(statement.sql, statement.values)) {
    showing.push_back({std::move(device), row.Int(0), row.Int(1), static_cast<int32_t>(row.Int(2))});
  }
  return showing;
}

std::vector<PushIntent> Pushes::LockWithQuietHours(int64_t account_id, int64_t user_id) {
  return db_.Select<PushIntent>(
      "SELECT {columns} FROM pushes WHERE account_id = ? AND user_id = ? AND state = ? "
      "AND quiet_hours IS NOT NULL FOR UPDATE",
      account_id, user_id, PushIntent::STATE_PENDING);
}

void Pushes::Save(const PushIntent& push) {
  db_.Update("pushes", push, "WHERE account_id = ? AND id = ?", push.account_id(), push.id());
}

std::vector<AddressedPush> Pushes::Due(int64_t now, int limit) {
  std::vector<AddressedPush> due;
  for (auto& [intent, device] : db_.SelectExtended<PushIntent>(
           "SELECT {p.columns}, d.vendor, d.address, d.public_key, d.auth_secret, d.session_id, d.trouble, "
           "d.refusal FROM pushes p LEFT JOIN devices d ON d.account_id = p.account_id AND d.id = p.device_id "
           "AND d.user_id = IF(p.purpose = ?, 0, p.user_id) "
           "WHERE p.state = ? AND p.next_time <= ? ORDER BY p.next_time LIMIT ?",
           PushIntent::PURPOSE_SIGN_OUT, PushIntent::STATE_PENDING, now, limit)) {
    due.push_back(Addressed(std::move(intent), device, 0));
  }
  return due;
}

std::optional<int64_t> Pushes::NextDue() {
  const auto rows =
      db_.Query("SELECT next_time FROM pushes WHERE state = ? ORDER BY next_time LIMIT 1", PushIntent::STATE_PENDING);
  return rows.empty() ? std::nullopt : std::optional(rows[0].Int(0));
}

void Pushes::Claim(std::vector<AddressedPush>& due, int64_t claim, int64_t now, int64_t lease_end) {
  std::set<std::pair<int64_t, int64_t>> ours;
  InRowPortions(std::span<const AddressedPush>(due), [&](std::span<const AddressedPush> portion) {
    ExecuteOn(db_, Identities(portion),
              "UPDATE pushes SET attempts = attempts + 1, claim = ?, next_time = ? WHERE state = ? AND next_time <= ? "
              "AND {rows}",
              {claim, lease_end, PushIntent::STATE_PENDING, now});
    const auto claimed =
        storage::On(Identities(portion), "SELECT account_id, id FROM pushes WHERE claim = ? AND {rows}", {claim});
    for (const auto& row : db_.QueryWith(claimed.sql, claimed.values)) {
      ours.emplace(row.Int(0), row.Int(1));
    }
  });
  std::erase_if(due, [&](const auto& push) { return !ours.contains({push.intent.account_id(), push.intent.id()}); });
  for (auto& push : due) {
    push.intent.set_claim(claim);
    push.intent.set_attempts(push.intent.attempts() + 1);
  }
}

void Pushes::PutOff(std::span<const AddressedPush> due, int64_t until) {
  InRowPortions(due, [&](auto portion) {
    ExecuteOn(db_, Identities(portion), "UPDATE pushes SET next_time = ? WHERE state = ? AND next_time <= ? AND {rows}",
              {until, PushIntent::STATE_PENDING, until});
  });
}

void Pushes::HoldBack(std::span<const AddressedPush> due, int64_t until) {
  InRowPortions(due, [&](auto portion) {
    ExecuteOn(db_, Identities(portion),
              "UPDATE pushes SET due_time = ?, next_time = LEAST(?, expire_time) WHERE state = ? AND {rows}",
              {until, until, PushIntent::STATE_PENDING});
  });
}

void Pushes::GiveUp(std::span<const AddressedPush> due, PushIntent::State state) {
  InRowPortions(due, [&](auto portion) {
    ExecuteOn(db_, Identities(portion), "UPDATE pushes SET state = ? WHERE state = ? AND {rows}",
              {state, PushIntent::STATE_PENDING});
  });
}

void Pushes::Answer(std::span<const PushIntent* const> claimed, const Verdict& verdict, int64_t now) {
  InRowPortions(claimed, [&](auto portion) {
    ExecuteOn(db_, Claims(portion),
              "UPDATE pushes SET state = IF(state = ?, ?, state), next_time = ?, answer_time = ?, trouble = ?, "
              "detail = LEFT(?, 200) WHERE {rows}",
              {PushIntent::STATE_PENDING, verdict.state, verdict.next, now, verdict.trouble, verdict.detail});
  });
}

bool Pushes::ForgetOld(storage::Connection& db, int64_t now) {
  return db.Execute("DELETE FROM pushes WHERE create_time < ? AND state <> ? LIMIT ?", now - kNotificationsKept,
                    PushIntent::STATE_PENDING, kForgottenAtOnce) == kForgottenAtOnce;
}

}  // namespace voronka::notifier
