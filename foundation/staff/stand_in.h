#pragma once

#include <cstdint>
#include <vector>

#include "voronka/options/v1/access.pb.h"

namespace voronka::staff {

struct Person {
  int64_t user_id;
  options::v1::Role role;
  // Neither disabled nor only invited.
  bool active;
  // 0: none.
  int64_t team_id = 0;
  int64_t deputy_user_id = 0;
};

struct Team {
  int64_t id;
  // 0: nobody.
  int64_t head_user_id = 0;
  int64_t deputy_user_id = 0;
};

// The people of an account.
struct Staff {
  std::vector<Person> people;
  std::vector<Team> teams;
};

// Who acts for the user. The first active one of: the user; their deputy, the deputy's deputy, and so on; the head of
// their team and that head's deputies likewise; the team's deputy and theirs; the head of sales, else the director,
// else the admin, with the lowest id. Returns 0 if none of them is active. A user of 0, for what belongs to nobody,
// starts with the heads of sales.
int64_t WhoActsFor(int64_t user_id, const Staff& staff);

// The first who is active: the user, their deputy, the deputy's deputy, and so on. 0: none of them.
int64_t UserOrDeputy(int64_t user_id, const Staff& staff);

}  // namespace voronka::staff
