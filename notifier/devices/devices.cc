#include "notifier/devices/devices.h"

#include <chrono>

#include "foundation/security/secret.h"
#include "foundation/storage/select_by_ids.h"
#include "notifier/retention/retention.h"

namespace voronka::notifier {
namespace {

using std::chrono::microseconds;

constexpr int64_t kSeenPrecision = microseconds(std::chrono::minutes(1)).count();
// A session ends 30 days after it was used last.
constexpr int64_t kUnseenKept = microseconds(std::chrono::hours(31 * 24)).count();

storage::Bytes HashOf(const std::string& address) { return {security::Sha256(address)}; }

}  // namespace

int64_t Devices::IdOfSession(int64_t session_id) {
  const auto rows =
      db_.Query("SELECT id FROM devices WHERE account_id = ? AND session_id = ?", account_id_, session_id);
  return rows.empty() ? 0 : rows[0].Int(0);
}

int Devices::CountOf(int64_t user_id) {
  return static_cast<int>(
      db_.Query("SELECT COUNT(*) FROM devices WHERE account_id = ? AND user_id = ?", account_id_, user_id)[0].Int(0));
}

void Devices::Put(int64_t user_id, const v1::Device& device) {
  const auto hash = HashOf(device.address());
  db_.Execute("DELETE FROM devices WHERE account_id = ? AND id = ?", account_id_, device.id());
  db_.Execute("DELETE FROM devices WHERE address_hash = ?", hash);
  db_.Insert("devices", {{"account_id", account_id_}, {"user_id", user_id}, {"address_hash", hash}}, device);
}

std::vector<v1::Device> Devices::Of(int64_t user_id) { return OfAll({user_id})[user_id]; }

std::map<int64_t, std::vector<v1::Device>> Devices::OfAll(const std::vector<int64_t>& user_ids) {
  std::map<int64_t, std::vector<v1::Device>> devices;
  for (const auto& portion : storage::InPortions(user_ids)) {
    std::vector<storage::Value> values{account_id_};
    values.insert(values.end(), portion.ids.begin(), portion.ids.end());
    for (auto& [device, more] : db_.SelectExtendedWith<v1::Device>(
             "SELECT {columns}, user_id FROM devices WHERE account_id = ? AND user_id IN (" + portion.placeholders +
                 ") ORDER BY create_time DESC, id DESC",
             values)) {
      devices[more.Int(0)].push_back(std::move(device));
    }
  }
  return devices;
}

std::map<int64_t, Refusal> Devices::RefusalsOf(int64_t user_id) {
  std::map<int64_t, Refusal> refusals;
  for (auto& row : db_.Query("SELECT id, trouble, refusal FROM devices WHERE account_id = ? AND user_id = ? "
                             "AND refusal <> ''",
                             account_id_, user_id)) {
    refusals.emplace(row.Int(0), Refusal{static_cast<v1::PushIntent::Trouble>(row.Int(1)), row.Text(2)});
  }
  return refusals;
}

bool Devices::Remove(int64_t user_id, int64_t id) {
  return db_.Execute("DELETE FROM devices WHERE account_id = ? AND id = ? AND user_id = ?", account_id_, id, user_id) ==
         1;
}

std::vector<OwnedDevice> Devices::TakeOfSession(int64_t session_id) {
  return TakeWhere("session_id = ? AND user_id <> 0", session_id);
}

std::vector<OwnedDevice> Devices::TakeOfUser(int64_t user_id) { return TakeWhere("user_id = ?", user_id); }

std::vector<OwnedDevice> Devices::TakeWhere(const std::string& condition, int64_t id) {
  std::vector<OwnedDevice> taken;
  for (auto& [device, more] : db_.SelectExtended<v1::Device>(
           "SELECT {columns}, user_id FROM devices WHERE account_id = ? AND " + condition + " FOR UPDATE", account_id_,
           id)) {
    taken.push_back({more.Int(0), std::move(device)});
  }
  if (!taken.empty()) {
    db_.Execute("UPDATE devices SET user_id = 0 WHERE account_id = ? AND " + condition, account_id_, id);
  }
  return taken;
}

void Devices::RemoveTaken(int64_t id) { Remove(0, id); }

void Devices::RemoveGone(const v1::Device& device) {
  db_.Execute("DELETE FROM devices WHERE account_id = ? AND id = ? AND address_hash = ?", account_id_, device.id(),
              HashOf(device.address()));
}

void Devices::SetRefusal(int64_t id, const Refusal& refusal) {
  db_.Execute("UPDATE devices SET trouble = ?, refusal = LEFT(?, 200) WHERE account_id = ? AND id = ?", refusal.trouble,
              refusal.detail, account_id_, id);
}

void Devices::Seen(int64_t session_id, int64_t now) {
  db_.Execute("UPDATE devices SET seen_time = ? WHERE account_id = ? AND session_id = ? AND seen_time < ?", now,
              account_id_, session_id, now - kSeenPrecision);
}

bool Devices::ForgetUnseen(storage::Connection& db, int64_t now) {
  return db.Execute("DELETE FROM devices WHERE seen_time < ? LIMIT ?", now - kUnseenKept, kForgottenAtOnce) ==
         kForgottenAtOnce;
}

}  // namespace voronka::notifier
