#include "distribution_service/rotation/choice.h"

#include <algorithm>
#include <utility>

#include "distribution_service/rotation/grounds.h"

namespace voronka::distribution {
namespace {

using v1::Decision;
using v1::Grounds;
using v1::QueueRow;

bool AsksClientManager(const Round& round, int64_t user_id) {
  return user_id != 0 && round.answered.empty() && !round.disabled.contains(user_id);
}

Choice InTurn(const QueueRow& queue, const Users& passed_over, int64_t user_id) {
  const auto& members = queue.turns().members();
  const auto left = std::count_if(members.begin(), members.end(),
                                  [&](const auto& member) { return !passed_over.contains(member.user_id()); });
  Choice choice{.kind = Decision::KIND_TURN, .user_id = user_id, .grounds = {}};
  const int64_t last = queue.turns().last_user_id();
  choice.grounds.set_why(last == 0 ? Grounds::WHY_FIRST_IN_TURN : Grounds::WHY_NEXT_IN_TURN);
  choice.grounds.set_user_id(last);
  choice.grounds.set_members_left(static_cast<int>(left));
  choice.grounds.set_members(members.size());
  return choice;
}

Grounds NobodyIsLeft(const Round& round) {
  Grounds grounds;
  grounds.set_why(Grounds::WHY_NO_MEMBER_LEFT);
  grounds.set_answered(static_cast<int>(round.answered.size()));
  grounds.set_disabled(static_cast<int>(round.disabled.size()));
  return grounds;
}

}  // namespace

Choice Choose(const QueueRow& queue, const Round& round, int64_t client_manager_user_id) {
  if (queue.paused()) return {.kind = Decision::KIND_WAITING, .grounds = Because(Grounds::WHY_QUEUE_PAUSED)};
  if (AsksClientManager(round, client_manager_user_id)) {
    return {.kind = Decision::KIND_CLIENT_MANAGER, .user_id = client_manager_user_id, .grounds = {}};
  }
  const Users passed_over = round.PassedOver();
  if (const auto next = NextInTurn(queue.turns(), passed_over)) return InTurn(queue, passed_over, *next);
  return Escalate(queue, round, NobodyIsLeft(round));
}

Choice Escalate(const QueueRow& queue, const Round& round, Grounds why) {
  for (const int64_t user_id : queue.escalate_to().user_ids()) {
    if (!round.disabled.contains(user_id)) {
      return {.kind = Decision::KIND_ESCALATED, .user_id = user_id, .grounds = std::move(why)};
    }
  }
  return {.kind = Decision::KIND_WAITING, .grounds = std::move(why)};
}

}  // namespace voronka::distribution
