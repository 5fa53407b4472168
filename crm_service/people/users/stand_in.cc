#include "crm_service/people/users/stand_in.h"

#include "crm_service/people/users/users.h"
#include "foundation/staff/stand_in.h"
#include "voronka/crm/v1/team.pb.h"

namespace voronka::crm {
namespace {

staff::Staff StaffOf(rpc::Session& session) {
  staff::Staff staff;
  for (const auto& user : session.db.Select<v1::User>("SELECT {columns} FROM users WHERE account_id = ? ORDER BY id",
                                                      session.account_id())) {
    const bool active = user.state() == v1::User::STATE_ACTIVE;
    staff.people.push_back({user.id(), user.role(), active, user.team_id(), user.deputy_user_id()});
  }
  for (const auto& team : session.db.Select<v1::Team>("SELECT {columns} FROM teams WHERE account_id = ? ORDER BY id",
                                                      session.account_id())) {
    staff.teams.push_back({team.id(), team.head_user_id(), team.deputy_user_id()});
  }
  return staff;
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

}  // namespace voronka::crm
