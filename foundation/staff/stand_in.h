#pragma once

#include <cstdint>
#include <vector>

#include "voronka/options/v1/access.pb.h"

namespace voronka::staff {

struct Person {
  int64_t user_id;
  options::v1::Role role;
  // Not disabled.
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

// Who does what is the user's to do: the user, while they are active; else their deputy, or the deputy's, and so on;
// else the head of their team, the head's deputy, the team's; else the first head of sales, director or admin by
// number. Always somebody active; 0 where nobody is. For a user of 0, whom nothing belongs to, it begins with the heads
// of sales.
int64_t WhoActsFor(int64_t user_id, const Staff& staff);

// The user, their deputy, or the deputy's, and so on: the first who is active. 0: none of them.
int64_t UserOrDeputy(int64_t user_id, const Staff& staff);

}  // namespace voronka::staff
