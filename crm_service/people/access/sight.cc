#include "crm_service/people/access/sight.h"

#include <algorithm>

#include "crm_service/people/access/access_rules.h"
#include "voronka/crm/v1/user.pb.h"

namespace voronka::crm {

using v1::ReadScope;

namespace {

// Of `role_accesses`.
const char* ColumnOf(v1::Entity entity) {
  switch (entity) {
    case v1::ENTITY_CONTACT:
      return "contacts";
    case v1::ENTITY_COMPANY:
      return "companies";
    default:
      return "deals";
  }
}

ReadScope ScopeOf(storage::Connection& db, const rpc::Caller& caller, v1::Entity entity) {
  const auto rows =
      db.Query(std::string("SELECT ") + ColumnOf(entity) + " FROM role_accesses WHERE account_id = ? AND id = ?",
               caller.account_id, caller.role);
  return rows.empty() ? v1::READ_SCOPE_ALL : static_cast<ReadScope>(rows.front().Int(0));
}

void AddIds(const std::vector<storage::Row>& rows, std::vector<int64_t>& ids) {
  for (const auto& row : rows) ids.push_back(row.Int(0));
}

void AddThoseStoodInFor(storage::Connection& db, const rpc::Caller& caller, std::vector<int64_t>& owners) {
  AddIds(db.Query("SELECT id FROM users WHERE account_id = ? AND deputy_user_id = ? AND state <> ?", caller.account_id,
                  caller.user_id, v1::User::STATE_ACTIVE),
         owners);
}

void AddTeams(storage::Connection& db, const rpc::Caller& caller, std::vector<int64_t>& owners) {
  AddIds(db.Query("SELECT u.id FROM users u JOIN users me ON me.account_id = u.account_id AND me.id = ? "
                  "WHERE u.account_id = ? AND u.team_id <> 0 AND (u.team_id = me.team_id OR u.team_id IN "
                  "(SELECT id FROM teams WHERE account_id = ? AND (head_user_id = ? OR deputy_user_id = ?)))",
                  caller.user_id, caller.account_id, caller.account_id, caller.user_id, caller.user_id),
         owners);
}

}  // namespace

Sight::Sight(std::vector<int64_t> owners) : owners_(std::move(owners)) {
  std::ranges::sort(*owners_);
  const auto repeated = std::ranges::unique(*owners_);
  owners_->erase(repeated.begin(), repeated.end());
}

bool Sight::Covers(int64_t owner) const { return !owners_ || std::ranges::binary_search(*owners_, owner); }

Owners Sight::Among(std::optional<int64_t> asked) const {
  if (!asked) return owners_;
  if (!Covers(*asked)) return std::vector<int64_t>();
  return std::vector{*asked};
}

Sight SightOf(storage::Connection& db, const rpc::Caller& caller, v1::Entity entity) {
  if (!MayBeLimited(caller.role)) return {};
  const auto scope = ScopeOf(db, caller, entity);
  const bool is_limited = scope == v1::READ_SCOPE_TEAM || scope == v1::READ_SCOPE_OWN;
  if (!is_limited) return {};
  std::vector<int64_t> owners{caller.user_id};
  AddThoseStoodInFor(db, caller, owners);
  if (scope == v1::READ_SCOPE_TEAM) {
    if (entity == v1::ENTITY_DEAL) owners.push_back(0);
    AddTeams(db, caller, owners);
  }
  return Sight(std::move(owners));
}

Sight SightOf(rpc::Session& session, v1::Entity entity) { return SightOf(session.db, session.caller, entity); }

bool IsLimitedForSome(rpc::Session& session, v1::Entity entity) {
  const auto rows = session.db.Query(
      std::string("SELECT COUNT(*) FROM role_accesses WHERE account_id = ? AND ") + ColumnOf(entity) + " IN (?, ?)",
      session.account_id(), v1::READ_SCOPE_TEAM, v1::READ_SCOPE_OWN);
  return rows.front().Int(0) > 0;
}

void AddOwners(const Owners& owners, const std::string& column, std::string& sql, std::vector<storage::Value>& values) {
  if (!owners) return;
  if (owners->empty()) {
    sql += " AND 0 = 1";
    return;
  }
  std::string marks;
  for (const int64_t owner : *owners) {
    marks += marks.empty() ? "?" : ", ?";
    values.emplace_back(owner);
  }
  sql += " AND " + column + " IN (" + marks + ")";
}

}  // namespace voronka::crm
