#include "foundation/staff/stand_in.h"

#include <algorithm>
#include <set>

namespace voronka::staff {
namespace {

using options::v1::Role;

const Person* Find(int64_t user_id, const Staff& staff) {
  const auto found = std::ranges::find(staff.people, user_id, &Person::user_id);
  return found == staff.people.end() ? nullptr : &*found;
}

const Team* TeamOf(int64_t user_id, const Staff& staff) {
  const auto* person = Find(user_id, staff);
  if (person == nullptr || person->team_id == 0) return nullptr;
  const auto found = std::ranges::find(staff.teams, person->team_id, &Team::id);
  return found == staff.teams.end() ? nullptr : &*found;
}

int64_t FirstWith(Role role, const Staff& staff) {
  int64_t first = 0;
  for (const auto& person : staff.people) {
    if (!person.active || person.role != role) continue;
    if (first == 0 || person.user_id < first) first = person.user_id;
  }
  return first;
}

}  // namespace

int64_t UserOrDeputy(int64_t user_id, const Staff& staff) {
  std::set<int64_t> asked;
  // Two users may be each other's deputies.
  while (asked.insert(user_id).second) {
    const auto* person = Find(user_id, staff);
    if (person == nullptr) return 0;
    if (person->active) return user_id;
    user_id = person->deputy_user_id;
  }
  return 0;
}

int64_t WhoActsFor(int64_t user_id, const Staff& staff) {
  if (const int64_t own = UserOrDeputy(user_id, staff); own != 0) return own;
  if (const auto* team = TeamOf(user_id, staff)) {
    for (const int64_t leader : {team->head_user_id, team->deputy_user_id}) {
      if (const int64_t active = UserOrDeputy(leader, staff); active != 0) return active;
    }
  }
  for (const Role role : {options::v1::ROLE_HEAD_OF_SALES, options::v1::ROLE_DIRECTOR, options::v1::ROLE_ADMIN}) {
    if (const int64_t first = FirstWith(role, staff); first != 0) return first;
  }
  return 0;
}

}  // namespace voronka::staff
