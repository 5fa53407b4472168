#include "notifier/push/pushes.h"

#include <google/protobuf/util/time_util.h>

#include <algorithm>
#include <bit>
#include <set>
#include <utility>

#include "notifier/retention/retention.h"

namespace voronka::notifier {
namespace {

using google::protobuf::util::TimeUtil;
using storage::Value;
using v1::PushIntent;

constexpr size_t kMostRowsPerStatement = 64;

// A condition that names rows. The last one is repeated until their number is a power of two, so that few statements
// have to be prepared.
struct RowList {
  std::string condition;
  std::vector<Value> values;
};

template <class KeyOf>
RowList ListOf(size_t count, const std::string& columns, const KeyOf& key_of) {
  RowList list;
  for (size_t i = 0; i < std::bit_ceil(count); ++i) {
    list.condition += (i == 0 ? "(" : " OR (") + columns + ")";
    for (auto& value : key_of(std::min(i, count - 1))) list.values.push_back(std::move(value));
  }
  return list;
}

// Runs `statement` with the conditions on the rows in its place {rows}, after `parameters`. Returns how many rows
// changed.
int64_t ExecuteOn(storage::Connection& db, std::string statement, std::vector<Value> parameters, RowList list) {
  constexpr std::string_view kRows = "{rows}";
  statement.replace(statement.find(kRows), kRows.size(), "(" + list.condition + ")");
  std::ranges::move(list.values, std::back_inserter(parameters));
  return db.ExecuteWith(statement, parameters);
}

RowList Identities(std::span<const AddressedPush> pushes) {
  return ListOf(pushes.size(), "account_id = ? AND id = ?", [&](size_t i) {
    return std::vector<Value>{pushes[i].intent.account_id(), pushes[i].intent.id()};
  });
}

RowList Claims(std::span<const PushIntent* const> claimed) {
  return ListOf(claimed.size(), "account_id = ? AND id = ? AND claim = ?", [&](size_t i) {
    return std::vector<Value>{claimed[i]->account_id(), claimed[i]->id(), claimed[i]->claim()};
  });
}

template <class Row, class Work>
void InPortions(std::span<Row> rows, const Work& work) {
  for (; !rows.empty(); rows = rows.subspan(std::min(rows.size(), kMostRowsPerStatement))) {
    work(rows.first(std::min(rows.size(), kMostRowsPerStatement)));
  }
}

AddressedPush Addressed(PushIntent intent, const storage::Row& row, int first) {
  AddressedPush push{std::move(intent), std::nullopt, ""};
  if (row.IsNull(first)) return push;
  auto& device = push.device.emplace();
  device.set_id(push.intent.device_id());
  device.set_vendor(static_cast<v1::Vendor>(row.Int(first)));
  device.set_address(row.Text(first + 1));
  device.set_public_key(row.Text(first + 2));
  device.set_auth_secret(row.Text(first + 3));
  device.set_session_id(row.Int(first + 4));
  push.refusal = row.Text(first + 5);
  return push;
}

}  // namespace

bool Pushes::Has(int64_t account_id, int64_t user_id, int64_t notification_id) {
  return !db_.Query("SELECT id FROM pushes WHERE account_id = ? AND user_id = ? AND notification_id = ? LIMIT 1",
                    account_id, user_id, notification_id)
              .empty();
}

std::vector<PushIntent> Pushes::RingsOf(int64_t account_id, int64_t user_id, int64_t notification_id) {
  return db_.Select<PushIntent>(
      "SELECT {columns} FROM pushes WHERE account_id = ? AND user_id = ? AND notification_id = ? AND purpose = ? "
      "ORDER BY id",
      account_id, user_id, notification_id, PushIntent::PURPOSE_RING);
}

void Pushes::Cancel(int64_t account_id, int64_t user_id, int64_t notification_id) {
  db_.Execute(
      "UPDATE pushes SET state = ? WHERE account_id = ? AND user_id = ? AND notification_id = ? AND state = ? AND "
      "purpose = ?",
      PushIntent::STATE_CANCELLED, account_id, user_id, notification_id, PushIntent::STATE_PENDING,
      PushIntent::PURPOSE_RING);
}

std::vector<v1::Device> Pushes::DevicesThatMayShow(int64_t account_id, int64_t user_id,
                                                   const v1::Notification& notification) {
  return db_.Select<v1::Device>(
      "SELECT {d.columns} FROM devices d WHERE d.account_id = ? AND d.user_id = ? AND EXISTS "
      "(SELECT 1 FROM pushes p WHERE p.account_id = d.account_id AND p.user_id = d.user_id AND p.device_id = d.id "
      "AND p.notification_id = ? AND p.occurrence = ? AND p.purpose = ? AND p.attempts > 0)",
      account_id, user_id, notification.id(), notification.occurrence(), PushIntent::PURPOSE_RING);
}

std::vector<AddressedPush> Pushes::Due(int64_t now, int limit) {
  std::vector<AddressedPush> due;
  for (auto& [intent, device] : db_.SelectExtended<PushIntent>(
           "SELECT {p.columns}, d.vendor, d.address, d.public_key, d.auth_secret, d.session_id, d.refusal "
           "FROM pushes p LEFT JOIN devices d ON d.account_id = p.account_id AND d.id = p.device_id "
           "WHERE p.state = ? AND p.next_time <= ? ORDER BY p.next_time LIMIT ?",
           PushIntent::STATE_PENDING, now, limit)) {
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
  InPortions(std::span<AddressedPush>(due), [&](std::span<AddressedPush> portion) {
    ExecuteOn(db_,
              "UPDATE pushes SET attempts = attempts + 1, claim = ?, next_time = ? WHERE state = ? AND next_time <= ? "
              "AND {rows}",
              {claim, lease_end, PushIntent::STATE_PENDING, now}, Identities(portion));
    auto rows = Identities(portion);
    rows.values.insert(rows.values.begin(), claim);
    for (const auto& row :
         db_.QueryWith("SELECT account_id, id FROM pushes WHERE claim = ? AND (" + rows.condition + ")", rows.values)) {
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
  InPortions(due, [&](auto portion) {
    ExecuteOn(db_, "UPDATE pushes SET next_time = ? WHERE state = ? AND next_time <= ? AND {rows}",
              {until, PushIntent::STATE_PENDING, until}, Identities(portion));
  });
}

void Pushes::HoldBack(std::span<const AddressedPush> due, int64_t until) {
  InPortions(due, [&](auto portion) {
    ExecuteOn(db_, "UPDATE pushes SET due_time = ?, next_time = LEAST(?, expire_time) WHERE state = ? AND {rows}",
              {until, until, PushIntent::STATE_PENDING}, Identities(portion));
  });
}

void Pushes::GiveUp(std::span<const AddressedPush> due, PushIntent::State state) {
  InPortions(due, [&](auto portion) {
    ExecuteOn(db_, "UPDATE pushes SET state = ? WHERE state = ? AND {rows}", {state, PushIntent::STATE_PENDING},
              Identities(portion));
  });
}

void Pushes::Answer(std::span<const PushIntent* const> claimed, const Verdict& verdict, int64_t now) {
  InPortions(claimed, [&](auto portion) {
    ExecuteOn(
        db_,
        "UPDATE pushes SET state = IF(state = ?, ?, state), next_time = ?, answer_time = ?, detail = LEFT(?, 200) "
        "WHERE {rows}",
        {PushIntent::STATE_PENDING, verdict.state, verdict.next, now, verdict.detail}, Claims(portion));
  });
}

bool Pushes::ForgetOld(storage::Connection& db, int64_t now) {
  return db.Execute("DELETE FROM pushes WHERE create_time < ? AND state <> ? LIMIT ?", now - kNotificationsKept,
                    PushIntent::STATE_PENDING, kForgottenAtOnce) == kForgottenAtOnce;
}

}  // namespace voronka::notifier
