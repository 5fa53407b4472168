#include "distribution_service/rotation/turns.h"

#include <algorithm>
#include <map>

namespace voronka::distribution {
namespace {

using v1::Turns;

int IndexOf(const Turns& turns, int64_t user_id) {
  for (int i = 0; i < turns.members_size(); ++i) {
    if (turns.members(i).user_id() == user_id) return i;
  }
  return -1;
}

void AddTurns(Turns& turns, int64_t user_id, int count) {
  const int index = IndexOf(turns, user_id);
  if (index < 0) return;
  auto& member = *turns.mutable_members(index);
  member.set_taken(member.taken() + count);
}

// If the last one served is no member any more, the nearest member before them takes their place in the order.
int64_t LastServed(const Turns& turns, const Users& staying) {
  for (int i = IndexOf(turns, turns.last_user_id()); i >= 0; --i) {
    if (staying.contains(turns.members(i).user_id())) return turns.members(i).user_id();
  }
  return 0;
}

}  // namespace

std::optional<int64_t> NextInTurn(const Turns& turns, const Users& passed_over) {
  const int count = turns.members_size();
  const int first = IndexOf(turns, turns.last_user_id()) + 1;
  const Turns::Member* next = nullptr;
  for (int i = 0; i < count; ++i) {
    const auto& member = turns.members((first + i) % count);
    if (passed_over.contains(member.user_id())) continue;
    if (next == nullptr || member.taken() < next->taken()) next = &member;
  }
  if (next == nullptr) return std::nullopt;
  return next->user_id();
}

void TakeTurn(Turns& turns, int64_t user_id) {
  AddTurns(turns, user_id, 1);
  turns.set_last_user_id(user_id);
}

void GiveTurnBack(Turns& turns, int64_t user_id) { AddTurns(turns, user_id, -1); }

Turns WithMembers(const Turns& turns, const std::vector<int64_t>& user_ids) {
  const Users staying(user_ids.begin(), user_ids.end());
  std::map<int64_t, int64_t> taken;
  for (const auto& member : turns.members()) {
    if (staying.contains(member.user_id())) taken[member.user_id()] = member.taken();
  }
  const auto fewest =
      std::min_element(taken.begin(), taken.end(), [](const auto& a, const auto& b) { return a.second < b.second; });
  const int64_t newcomers = fewest == taken.end() ? 0 : fewest->second;
  Turns changed;
  changed.set_last_user_id(LastServed(turns, staying));
  for (const int64_t user_id : user_ids) {
    auto& member = *changed.add_members();
    member.set_user_id(user_id);
    member.set_taken(taken.contains(user_id) ? taken.at(user_id) : newcomers);
  }
  return changed;
}

}  // namespace voronka::distribution
