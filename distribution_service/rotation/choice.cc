#include "distribution_service/rotation/choice.h"

#include <fmt/format.h>

#include <algorithm>

namespace voronka::distribution {
namespace {

using v1::Decision;
using v1::QueueRow;

bool AsksClientManager(const Round& round, int64_t user_id) {
  return user_id != 0 && round.answered.empty() && !round.disabled.contains(user_id);
}

Choice InTurn(const QueueRow& queue, const Users& passed_over, int64_t user_id) {
  const auto& members = queue.turns().members();
  const auto left = std::count_if(members.begin(), members.end(),
                                  [&](const auto& member) { return !passed_over.contains(member.user_id()); });
  const int64_t last = queue.turns().last_user_id();
  const std::string turn = last == 0 ? "first in turn" : fmt::format("next in turn after user {}", last);
  return {Decision::KIND_TURN, user_id,
          fmt::format("{}; {} of {} members left in this round", turn, left, members.size())};
}

std::string NobodyIsLeft(const Round& round) {
  return fmt::format("no member is left to ask: {} missed or declined it, {} are disabled", round.answered.size(),
                     round.disabled.size());
}

}  // namespace

Choice Choose(const QueueRow& queue, const Round& round, int64_t client_manager_user_id) {
  if (queue.paused()) return {Decision::KIND_WAITING, 0, "the queue is paused"};
  if (AsksClientManager(round, client_manager_user_id)) {
    return {Decision::KIND_CLIENT_MANAGER, client_manager_user_id, "the client's present manager; costs no turn"};
  }
  const Users passed_over = round.PassedOver();
  if (const auto next = NextInTurn(queue.turns(), passed_over)) return InTurn(queue, passed_over, *next);
  return Escalate(queue, round, NobodyIsLeft(round));
}

Choice Escalate(const QueueRow& queue, const Round& round, const std::string& why) {
  for (const int64_t user_id : queue.escalate_to().user_ids()) {
    if (!round.disabled.contains(user_id)) return {Decision::KIND_ESCALATED, user_id, why + "; given for good"};
  }
  return {Decision::KIND_WAITING, 0, why + ", and all to escalate to are disabled"};
}

}  // namespace voronka::distribution
