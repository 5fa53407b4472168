#include "foundation/staff/deputies.h"

#include <algorithm>

namespace voronka::staff {

using options::v1::Role;

std::set<int64_t> DeputiesOf(int64_t user_id, const Staff& staff) {
  std::set<int64_t> deputies;
  for (const auto& person : staff.people) {
    if (person.user_id == user_id) deputies.insert(UserOrDeputy(person.deputy_user_id, staff));
  }
  for (const auto& team : staff.teams) {
    if (team.head_user_id == user_id) deputies.insert(UserOrDeputy(team.deputy_user_id, staff));
  }
  deputies.erase(0);
  return deputies;
}

Role RoleActedIn(int64_t user_id, const Staff& staff) {
  Role highest = options::v1::ROLE_UNSPECIFIED;
  for (const auto& person : staff.people) {
    const bool acts = person.user_id == user_id || DeputiesOf(person.user_id, staff).contains(user_id);
    if (acts) highest = std::max(highest, person.role);
  }
  return highest;
}

std::map<int64_t, Role> StoodInForBy(int64_t user_id, const Staff& staff) {
  std::map<int64_t, Role> others;
  for (const auto& person : staff.people) {
    const bool stands_in = person.user_id != user_id && DeputiesOf(person.user_id, staff).contains(user_id);
    if (stands_in) others.emplace(person.user_id, RoleActedIn(person.user_id, staff));
  }
  return others;
}

}  // namespace voronka::staff
