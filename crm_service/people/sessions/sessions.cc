#include "crm_service/people/sessions/sessions.h"

#include <chrono>

#include "foundation/rpc/requests/page.h"

namespace voronka::crm {
namespace {

using storage::Bytes;

constexpr int64_t kKept = std::chrono::microseconds(std::chrono::days(30)).count();

}  // namespace

std::optional<v1::Session> Sessions::Lock(int64_t id) {
  return session_.db.SelectOne<v1::Session>("SELECT {columns} FROM sessions WHERE account_id = ? AND id = ? FOR UPDATE",
                                            account_id_, id);
}

std::vector<v1::Session> Sessions::LockAliveOf(int64_t user_id) {
  return session_.db.Select<v1::Session>(
      "SELECT {columns} FROM sessions WHERE account_id = ? AND user_id = ? AND expire_time > ? ORDER BY id FOR UPDATE",
      account_id_, user_id, session_.Now());
}

v1::ListSessionsResponse Sessions::ListAliveOf(int64_t user_id, const v1::ListSessionsRequest& request) {
  const rpc::Page page(request, {0});
  v1::ListSessionsResponse response;
  page.Fill(session_.db.Select<v1::Session>(
                "SELECT {columns} FROM sessions WHERE account_id = ? AND user_id = ? AND id > ? AND expire_time > ? "
                "ORDER BY id LIMIT ?",
                account_id_, user_id, page.key(), session_.Now(), page.limit()),
            response.mutable_sessions(), response.mutable_next_page_token(),
            [](const v1::Session& listed) { return std::vector<int64_t>{listed.id()}; });
  return response;
}

void Sessions::Add(const v1::Session& added, const RefreshState& state) {
  session_.db.Insert(
      "sessions",
      {{"account_id", account_id_}, {"refresh_hash", Bytes{state.current_hash}}, {"family", Bytes{state.family}}},
      added);
}

void Sessions::Update(const v1::Session& changed) {
  session_.db.Update("sessions", changed, "WHERE account_id = ? AND id = ?", account_id_, changed.id());
}

RefreshState Sessions::RefreshStateOf(int64_t id) {
  const auto rows = session_.db.Query(
      "SELECT refresh_hash, COALESCE(previous_hash, ''), COALESCE(previous_until, 0), COALESCE(rotation_salt, ''), "
      "COALESCE(family, '') "
      "FROM sessions WHERE account_id = ? AND id = ?",
      account_id_, id);
  const auto& row = rows.at(0);
  return {row.Text(0), row.Text(1), row.Int(2), row.Text(3), row.Text(4)};
}

void Sessions::SetRefreshState(int64_t id, const RefreshState& state) {
  session_.db.Execute(
      "UPDATE sessions SET refresh_hash = ?, previous_hash = ?, previous_until = ?, rotation_salt = ?, family = ? "
      "WHERE account_id = ? AND id = ?",
      Bytes{state.current_hash}, Bytes{state.previous_hash}, state.previous_until, Bytes{state.rotation_salt},
      Bytes{state.family}, account_id_, id);
}

int64_t Sessions::Forget(storage::Connection& db, int64_t now, int limit) {
  return db.Execute("DELETE FROM sessions WHERE expire_time <= ? LIMIT ?", now - kKept, limit);
}

}  // namespace voronka::crm
