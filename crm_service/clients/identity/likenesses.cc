#include "crm_service/clients/identity/likenesses.h"

#include <algorithm>
#include <iterator>

#include "crm_service/clients/identity/contact_point.h"
#include "foundation/storage/errors.h"

namespace voronka::crm {
namespace {

using v1::ClientKind;
using v1::Suspect;

// For each value: what more than these have tells nobody apart.
constexpr int kMostAlike = 5;

// Those in `all` that are not in `some`. Both are in order.
std::vector<Likeness> NotIn(const std::vector<Likeness>& all, const std::vector<Likeness>& some) {
  std::vector<Likeness> rest;
  std::ranges::set_difference(all, some, std::back_inserter(rest));
  return rest;
}

std::vector<Likeness> InOrder(const std::vector<storage::Row>& rows) {
  std::vector<Likeness> likenesses;
  for (const auto& row : rows) likenesses.push_back({static_cast<Suspect::Reason>(row.Int(0)), row.Text(1)});
  std::ranges::sort(likenesses);
  return likenesses;
}

}  // namespace

std::vector<Likeness> Likenesses::Of(ClientKind kind, int64_t client_id) {
  return InOrder(db_.Query("SELECT reason, value FROM likenesses WHERE account_id = ? AND kind = ? AND client_id = ?",
                           account_id_, kind, client_id));
}

std::vector<Likeness> Likenesses::SuspectedOf(ClientKind kind, int64_t client_id) {
  return InOrder(
      db_.Query("SELECT reason, value FROM likenesses WHERE account_id = ? AND kind = ? AND client_id = ? "
                "AND has_older = 1 AND is_dismissed = 0",
                account_id_, kind, client_id));
}

void Likenesses::Dismiss(ClientKind kind, int64_t client_id) {
  db_.Execute(
      "UPDATE likenesses SET is_dismissed = 1 WHERE account_id = ? AND kind = ? AND client_id = ? AND has_older = 1",
      account_id_, kind, client_id);
}

void Likenesses::Keep(ClientKind kind, int64_t client_id, const std::vector<Likeness>& present) {
  const auto stored = Of(kind, client_id);
  const auto gone = NotIn(stored, present);
  const auto added = NotIn(present, stored);
  for (const auto& likeness : gone) {
    db_.Execute(
        "DELETE FROM likenesses WHERE account_id = ? AND kind = ? AND reason = ? AND value = ? "
        "AND client_id = ?",
        account_id_, kind, likeness.reason, likeness.value, client_id);
    Rank(kind, client_id, likeness);
  }
  for (const auto& likeness : added) {
    Insert(kind, client_id, likeness);
    Rank(kind, client_id, likeness);
  }
}

void Likenesses::Renew(ClientKind kind, int64_t client_id, const std::vector<Likeness>& present) {
  Keep(kind, client_id, present);
  for (const auto& likeness : present) Rank(kind, client_id, likeness);
}

void Likenesses::Insert(ClientKind kind, int64_t client_id, const Likeness& likeness) {
  try {
    db_.Execute(
        "INSERT INTO likenesses (account_id, kind, reason, value, client_id, has_older) VALUES (?, ?, ?, ?, ?, 0)",
        account_id_, kind, likeness.reason, likeness.value, client_id);
  } catch (const storage::DuplicateKey&) {
    // The renewal was there first (likeness_renewal.h).
  }
}

void Likenesses::Rank(ClientKind kind, int64_t client_id, const Likeness& likeness) {
  const auto oldest = db_.Query(
      "SELECT client_id FROM likenesses WHERE account_id = ? AND kind = ? AND reason = ? AND value = ? "
      "ORDER BY client_id LIMIT 2",
      account_id_, kind, likeness.reason, likeness.value);
  if (oldest.empty()) return;
  const int64_t first = oldest.front().Int(0);
  Mark(kind, first, likeness, false);
  Mark(kind, oldest.back().Int(0), likeness, oldest.size() > 1);
  if (client_id != first) Mark(kind, client_id, likeness, true);
}

void Likenesses::Mark(ClientKind kind, int64_t client_id, const Likeness& likeness, bool has_older) {
  db_.Execute(
      "UPDATE likenesses SET has_older = ? WHERE account_id = ? AND kind = ? AND reason = ? AND value = ? "
      "AND client_id = ? AND has_older <> ?",
      has_older, account_id_, kind, likeness.reason, likeness.value, client_id, has_older);
}

std::vector<int64_t> Likenesses::WithOlder(ClientKind kind, int64_t before, int limit) {
  std::vector<int64_t> clients;
  for (const auto& row :
       db_.Query("SELECT DISTINCT client_id FROM likenesses FORCE INDEX (likenesses_with_older) "
                 "WHERE account_id = ? AND kind = ? AND has_older = 1 AND is_dismissed = 0 AND client_id < ? "
                 "ORDER BY client_id DESC LIMIT ?",
                 account_id_, kind, before, limit)) {
    clients.push_back(row.Int(0));
  }
  return clients;
}

std::vector<OlderAlike> Likenesses::OlderThan(ClientKind kind, const std::vector<int64_t>& clients) {
  std::vector<OlderAlike> older;
  for (const int64_t client : clients) {
    for (const auto& likeness : SuspectedOf(kind, client)) {
      if (!IsShared(likeness)) std::ranges::move(OlderThan(kind, client, likeness), std::back_inserter(older));
    }
  }
  return older;
}

std::vector<OlderAlike> Likenesses::OlderThan(ClientKind kind, int64_t client_id, const Likeness& likeness) {
  std::vector<OlderAlike> older;
  for (const auto& row :
       db_.Query("SELECT client_id FROM likenesses WHERE account_id = ? AND kind = ? AND reason = ? AND value = ? "
                 "AND client_id < ? ORDER BY client_id DESC LIMIT ?",
                 account_id_, kind, likeness.reason, likeness.value, client_id, kMostAlike)) {
    older.push_back({client_id, likeness.reason, row.Int(0)});
  }
  return older;
}

bool Likenesses::IsShared(const Likeness& likeness) {
  const bool is_phone = likeness.reason == Suspect::REASON_PHONE;
  if (!is_phone && likeness.reason != Suspect::REASON_EMAIL) return false;
  return !db_.Query("SELECT 1 FROM shared_points WHERE account_id = ? AND kind = ? AND value = ? AND contact_id = 0",
                    account_id_, is_phone ? ContactPoint::kPhone : ContactPoint::kEmail, likeness.value)
              .empty();
}

}  // namespace voronka::crm
