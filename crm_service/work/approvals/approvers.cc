#include "crm_service/work/approvals/approvers.h"

#include "crm_service/people/teams/teams.h"
#include "crm_service/people/users/stand_in.h"
#include "crm_service/people/users/users.h"
#include "crm_service/sales/approvals/approval_rules.h"

namespace voronka::crm {

using options::v1::Role;
using rpc::Session;

namespace {

bool IsOfRole(Session& session, int64_t user_id, Role asked) {
  const auto user = Users(session).Find(user_id);
  return user && MayGive(asked, user->role());
}

// Whoever leads the user's team, or stands in for its head. 0: nobody but the caller, or the head is not of the role.
int64_t LeaderOver(Session& session, int64_t user_id, Role role) {
  const auto user = Users(session).Find(user_id);
  if (!user || user->team_id() == 0) return 0;
  const auto team = Teams(session).Find(user->team_id());
  if (!team || !IsOfRole(session, team->head_user_id(), role)) return 0;
  for (const int64_t leader : {team->head_user_id(), team->deputy_user_id()}) {
    const int64_t active = leader == 0 ? 0 : UserOrDeputy(session, leader);
    if (active != 0 && active != session.caller.user_id) return active;
  }
  return 0;
}

int64_t FirstOfRole(Session& session, Role role) {
  const auto found = session.db.Query(
      "SELECT id FROM users WHERE account_id = ? AND role = ? AND state = ? AND id <> ? ORDER BY id LIMIT 1",
      session.account_id(), static_cast<int>(role), v1::User::STATE_ACTIVE, session.caller.user_id);
  return found.empty() ? 0 : found[0].Int(0);
}

}  // namespace

int64_t ApproverOf(Session& session, const v1::Deal& deal, Role role) {
  const bool is_heads = role == options::v1::ROLE_HEAD_OF_SALES && deal.responsible_user_id() != 0;
  const int64_t leader = is_heads ? LeaderOver(session, deal.responsible_user_id(), role) : 0;
  return leader != 0 ? leader : FirstOfRole(session, role);
}

bool IsAskedInPlace(Session& session, const v1::Approval& approval, int64_t user_id) {
  const int64_t asked = approval.approver_user_id();
  if (asked == 0 || user_id == 0) return false;
  return AnswersFor(session, user_id, asked, approval.role());
}

}  // namespace voronka::crm
