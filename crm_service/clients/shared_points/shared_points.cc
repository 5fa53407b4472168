#include "crm_service/clients/shared_points/shared_points.h"

#include <google/protobuf/util/time_util.h>

#include "foundation/storage/errors.h"

namespace voronka::crm {
namespace {

using v1::SharedPoint;

SharedPoint PointIn(const storage::Row& row) {
  SharedPoint point;
  row.Int(0) == ContactPoint::kEmail ? point.set_email(row.Text(1)) : point.set_phone(row.Text(1));
  point.set_user_id(row.Int(2));
  *point.mutable_create_time() = google::protobuf::util::TimeUtil::MicrosecondsToTimestamp(row.Int(3));
  return point;
}

}  // namespace

std::optional<SharedPoint> SharedPoints::Find(const ContactPoint& point) {
  const auto rows = session_.db.Query(
      "SELECT kind, value, user_id, create_time FROM shared_points WHERE account_id = ? AND kind = ? AND value = ? "
      "AND contact_id = 0",
      session_.account_id(), point.kind, point.value);
  return rows.empty() ? std::nullopt : std::optional(PointIn(rows.front()));
}

std::vector<SharedPoint> SharedPoints::Of(int64_t contact_id) {
  std::vector<SharedPoint> points;
  for (const auto& row : session_.db.Query(
           "SELECT m.kind, m.value, m.user_id, m.create_time FROM shared_points s JOIN shared_points m "
           "ON m.account_id = s.account_id AND m.kind = s.kind AND m.value = s.value AND m.contact_id = 0 "
           "WHERE s.account_id = ? AND s.contact_id = ? ORDER BY s.kind, s.position",
           session_.account_id(), contact_id)) {
    points.push_back(PointIn(row));
  }
  return points;
}

std::vector<SharedPoint> SharedPoints::Latest(int limit) {
  std::vector<SharedPoint> points;
  for (const auto& row : session_.db.Query(
           "SELECT kind, value, user_id, create_time FROM shared_points WHERE account_id = ? AND contact_id = 0 "
           "ORDER BY create_time DESC, kind, value LIMIT ?",
           session_.account_id(), limit)) {
    points.push_back(PointIn(row));
  }
  return points;
}

// The mark comes first: whoever claims the point from then on does not take it for their own.
void SharedPoints::Mark(const ContactPoint& point) {
  session_.db.Execute(
      "INSERT INTO shared_points (account_id, kind, value, contact_id, position, user_id, create_time) "
      "VALUES (?, ?, ?, 0, 0, ?, ?)",
      session_.account_id(), point.kind, point.value, session_.caller.user_id, session_.Now());
  session_.db.Execute(
      "INSERT INTO shared_points (account_id, kind, value, contact_id, position, user_id, create_time) "
      "SELECT account_id, kind, value, contact_id, position, ?, ? FROM contact_points "
      "WHERE account_id = ? AND kind = ? AND value = ?",
      session_.caller.user_id, session_.Now(), session_.account_id(), point.kind, point.value);
  session_.db.Execute("DELETE FROM contact_points WHERE account_id = ? AND kind = ? AND value = ?",
                      session_.account_id(), point.kind, point.value);
}

bool SharedPoints::Unmark(const ContactPoint& point, int64_t contact_id) {
  const auto rows = session_.db.Query(
      "SELECT contact_id, position FROM shared_points WHERE account_id = ? AND kind = ? AND value = ? "
      "ORDER BY contact_id FOR UPDATE",
      session_.account_id(), point.kind, point.value);
  for (const auto& row : rows) {
    if (row.Int(0) != 0 && row.Int(0) != contact_id) return false;
  }
  try {
    if (contact_id != 0) {
      session_.db.Execute(
          "INSERT INTO contact_points (account_id, kind, value, contact_id, position) VALUES (?, ?, ?, ?, ?)",
          session_.account_id(), point.kind, point.value, contact_id, rows.empty() ? 0 : rows.back().Int(1));
    }
  } catch (const storage::DuplicateKey&) {
    return false;
  }
  session_.db.Execute("DELETE FROM shared_points WHERE account_id = ? AND kind = ? AND value = ?",
                      session_.account_id(), point.kind, point.value);
  return true;
}

}  // namespace voronka::crm
