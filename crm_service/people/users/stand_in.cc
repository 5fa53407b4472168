#include "crm_service/people/users/stand_in.h"

#include "crm_service/people/users/users.h"
#include "foundation/staff/deputies.h"
#include "foundation/staff/stand_in.h"
#include "voronka/crm/v1/team.pb.h"

namespace voronka::crm {
namespace {

staff::Staff StaffOf(storage::Connection& db, int64_t account_id) {
  staff::Staff staff;
  for (const auto& user :
       db.Select<v1::User>("SELECT {columns} FROM users WHERE account_id = ? ORDER BY id", account_id)) {
    const bool active = user.state() == v1::User::STATE_ACTIVE;
    staff.people.push_back({user.id(), user.role(), active, user.team_id(), user.deputy_user_id()});
  }
  for (const auto& team :
       db.Select<v1::Team>("SELECT {columns} FROM teams WHERE account_id = ? ORDER BY id", account_id)) {
    staff.teams.push_back({team.id(), team.head_user_id(), team.deputy_user_id()});
  }
  return staff;
}

staff::Staff StaffOf(rpc::Session& session) { return StaffOf(session.db, session.account_id()); }

bool IsSomebodysDeputy(storage::Connection& db, const rpc::Caller& caller) {
  const auto found = db.Query(
      "SELECT id FROM users WHERE account_id = ? AND deputy_user_id = ? UNION ALL "
      "SELECT id FROM teams WHERE account_id = ? AND deputy_user_id = ? LIMIT 1",
      caller.account_id, caller.user_id, caller.account_id, caller.user_id);
  return !found.empty();
}

}  // namespace

int64_t WhoActsFor(rpc::Session& session, int64_t user_id) {
  if (Users(session).IsActive(user_id)) return user_id;
  return staff::WhoActsFor(user_id, StaffOf(session));
}

int64_t UserOrDeputy(rpc::Session& session, int64_t user_id) {
  if (Users(session).IsActive(user_id)) return user_id;
  return staff::UserOrDeputy(user_id, StaffOf(session));
}

bool AnswersFor(rpc::Session& session, int64_t user_id, int64_t asked, options::v1::Role role) {
  const auto staff = StaffOf(session);
  const bool is_asked = user_id == asked || staff::DeputiesOf(asked, staff).contains(user_id);
  return is_asked && staff::RoleActedIn(asked, staff) >= role;
}

StoodInFor StoodInForBy(storage::Connection& db, const rpc::Caller& caller) {
  if (caller.user_id == 0 || !IsSomebodysDeputy(db, caller)) return {};
  return staff::StoodInForBy(caller.user_id, StaffOf(db, caller.account_id));
}

}  // namespace voronka::crm
