#include "crm_service/clients/contacts/contact_points.h"

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <unordered_map>
#include <utility>

#include "crm_service/clients/sight/seen_clients.h"
#include "foundation/rpc/requests/error.h"
#include "foundation/storage/errors.h"
#include "foundation/storage/select_by_ids.h"

namespace voronka::crm {
namespace {

rpc::Error ContactExists(int64_t contact_id) {
  const std::string id = std::to_string(contact_id);
  return rpc::Error(rpc::Code::kAlreadyExists,
                    {"CONTACT_EXISTS",
                     "contact",
                     {"This phone, email or messenger belongs to contact " + id + ".",
                      "Этот телефон, почта или мессенджер у контакта №" + id + "."}},
                    {{"contact_id", id}});
}

int64_t ResponsibleFor(rpc::Session& session, int64_t contact_id) {
  const auto rows = session.db.Query("SELECT responsible_user_id FROM contacts WHERE account_id = ? AND id = ?",
                                     session.account_id(), contact_id);
  return rows.empty() ? 0 : rows.front().Int(0);
}

// Programs of the release before read each row of `contact_points` as a phone or an email.
const char* PointTable(const ContactPoint& point) {
  return point.kind == ContactPoint::kMessenger ? "contact_messengers" : "contact_points";
}

}  // namespace

int64_t ContactPoints::OwnerOf(const ContactPoint& point) {
  if (point.kind == ContactPoint::kTypedPhone) return 0;
  // Whoever claimed it while it was marked has a row in both.
  const auto rows = session_.db.Query(
      fmt::format("SELECT contact_id FROM {} p WHERE account_id = ? AND kind = ? AND value = ? AND NOT EXISTS "
                  "(SELECT 1 FROM shared_points s WHERE s.account_id = p.account_id AND s.kind = p.kind "
                  "AND s.value = p.value AND s.contact_id = 0)",
                  PointTable(point)),
      session_.account_id(), point.kind, point.value);
  return rows.empty() ? 0 : rows[0].Int(0);
}

std::vector<int64_t> ContactPoints::HoldersOf(const ContactPoint& point) {
  if (point.kind == ContactPoint::kTypedPhone) return {};
  std::vector<int64_t> holders;
  for (const auto& row : session_.db.Query(
           fmt::format("SELECT contact_id FROM {} WHERE account_id = ? AND kind = ? AND value = ? UNION "
                       "SELECT contact_id FROM shared_points WHERE account_id = ? AND kind = ? AND value = ? "
                       "AND contact_id <> 0 ORDER BY contact_id LIMIT 100",
                       PointTable(point)),
           session_.account_id(), point.kind, point.value, session_.account_id(), point.kind, point.value)) {
    holders.push_back(row.Int(0));
  }
  return holders;
}

bool ContactPoints::IsShared(const ContactPoint& point) {
  return !session_.db
              .Query("SELECT 1 FROM shared_points WHERE account_id = ? AND kind = ? AND value = ? AND contact_id = 0",
                     session_.account_id(), point.kind, point.value)
              .empty();
}

int64_t ContactPoints::Claim(const ContactPoint& point, int64_t contact_id, int position) {
  if (point.kind == ContactPoint::kTypedPhone) {
    AddTyped(point, contact_id, position);
    return contact_id;
  }
  if (IsShared(point)) {
    AddShared(point, contact_id, position);
    return contact_id;
  }
  try {
    session_.db.Execute(
        fmt::format("INSERT INTO {} (account_id, kind, value, contact_id, position) VALUES (?, ?, ?, ?, ?)",
                    PointTable(point)),
        session_.account_id(), point.kind, point.value, contact_id, position);
    return contact_id;
  } catch (const storage::DuplicateKey&) {
    if (!IsShared(point)) return OwnerOf(point);
    AddShared(point, contact_id, position);
    return contact_id;
  }
}

void ContactPoints::AddTyped(const ContactPoint& point, int64_t contact_id, int position) {
  session_.db.Execute("INSERT INTO typed_phones (account_id, contact_id, position, value) VALUES (?, ?, ?, ?)",
                      session_.account_id(), contact_id, position, point.value);
}

void ContactPoints::AddShared(const ContactPoint& point, int64_t contact_id, int position) {
  session_.db.Execute(
      "INSERT INTO shared_points (account_id, kind, value, contact_id, position, user_id, create_time) "
      "VALUES (?, ?, ?, ?, ?, ?, ?)",
      session_.account_id(), point.kind, point.value, contact_id, position, session_.caller.user_id, session_.Now());
}

void ContactPoints::Release(const ContactPoint& point, int64_t contact_id) {
  if (point.kind == ContactPoint::kTypedPhone) {
    session_.db.Execute("DELETE FROM typed_phones WHERE account_id = ? AND contact_id = ? AND value = ?",
                        session_.account_id(), contact_id, point.value);
    return;
  }
  for (const char* table : {PointTable(point), "shared_points"}) {
    session_.db.Execute(
        fmt::format("DELETE FROM {} WHERE account_id = ? AND kind = ? AND value = ? AND contact_id = ?", table),
        session_.account_id(), point.kind, point.value, contact_id);
  }
}

void ContactPoints::ReleaseAllOf(const v1::Contact& contact) {
  for (const auto& point : PointsOf(contact)) Release(point, contact.id());
}

int64_t ContactPoints::ClaimAllOrNone(const std::vector<ContactPoint>& points, int64_t contact_id) {
  for (size_t i = 0; i < points.size(); ++i) {
    const int64_t owner = Claim(points[i], contact_id, static_cast<int>(i));
    if (owner == contact_id) continue;
    for (size_t claimed = 0; claimed < i; ++claimed) Release(points[claimed], contact_id);
    return owner;
  }
  return contact_id;
}

// In order of value, so that two sessions that claim the same points wait for each other without a deadlock.
void ContactPoints::ClaimAllOf(const v1::Contact& contact) {
  std::vector<std::pair<ContactPoint, int>> ordered;
  for (auto& point : PointsOf(contact)) ordered.emplace_back(std::move(point), static_cast<int>(ordered.size()));
  std::ranges::sort(ordered);
  for (const auto& [point, position] : ordered) {
    const int64_t owner = Claim(point, contact.id(), position);
    if (owner == contact.id()) continue;
    if (SeesContact(session_, owner)) throw ContactExists(owner);
    throw ContactOfAnother(session_, "contact", owner, ResponsibleFor(session_, owner));
  }
}

void ContactPoints::Replace(const v1::Contact& before, const v1::Contact& after) {
  ReleaseAllOf(before);
  ClaimAllOf(after);
}

void ContactPoints::ReadInto(std::span<v1::Contact> contacts) {
  std::vector<int64_t> ids;
  std::unordered_map<int64_t, v1::Contact*> by_id;
  for (auto& contact : contacts) {
    ids.push_back(contact.id());
    by_id.emplace(contact.id(), &contact);
  }
  for (const auto& portion : storage::InPortions(std::move(ids))) {
    std::vector<storage::Value> values;
    for (int table = 0; table < 4; ++table) {
      values.emplace_back(session_.account_id());
      values.insert(values.end(), portion.ids.begin(), portion.ids.end());
    }
    for (const auto& row : session_.db.QueryWith(
             fmt::format("SELECT contact_id, kind, value, position FROM contact_points "
                         "WHERE account_id = ? AND contact_id IN ({0}) "
                         "UNION ALL SELECT contact_id, 1, value, position FROM typed_phones "
                         "WHERE account_id = ? AND contact_id IN ({0}) "
                         "UNION ALL SELECT contact_id, kind, value, position FROM contact_messengers "
                         "WHERE account_id = ? AND contact_id IN ({0}) "
                         "UNION ALL SELECT contact_id, kind, value, position FROM shared_points "
                         "WHERE account_id = ? AND contact_id IN ({0}) ORDER BY contact_id, kind, position",
                         portion.placeholders),
             values)) {
      AddPoint({static_cast<ContactPoint::Kind>(row.Int(1)), row.Text(2)}, *by_id.at(row.Int(0)));
    }
  }
}

}  // namespace voronka::crm
