#pragma once

#include <map>
#include <set>
#include <vector>

#include "foundation/staff/stand_in.h"
#include "foundation/storage/connection.h"
#include "voronka/crm/v1/account.pb.h"
#include "voronka/crm/v1/team.pb.h"
#include "voronka/crm/v1/user.pb.h"
#include "voronka/notifier/v1/recipient.pb.h"

namespace voronka::notifier {

// An account's people, as far as notifying them needs it.
class Recipients {
 public:
  Recipients(storage::Connection& db, int64_t account_id) : db_(db), account_id_(account_id) {}

  // A user who is not active has no devices any more.
  void Save(const crm::v1::User& user);
  void Save(const crm::v1::Account& account);
  void Save(const crm::v1::Team& team);

  bool Knows(int64_t user_id);
  // Active users of the role, in order of id.
  std::vector<int64_t> ActiveWithRole(options::v1::Role role);
  // With the account's language and time zone if the user chose none. Active if nothing is known of the user.
  v1::Recipient Get(int64_t user_id);
  // The same for several, by user.
  std::map<int64_t, v1::Recipient> GetAll(const std::vector<int64_t>& user_ids);
  // The user, or their stand-in while they are not active; for nobody (0), whoever leads sales. 0: nobody is active.
  int64_t WhoActsFor(int64_t user_id);
  // The same for a user who most probably is active, which costs less to see. A user of whom nothing is known is.
  int64_t ActiveFor(int64_t user_id);
  // The user's deputy, and those of the teams that they head: of each the first active one of them, their deputy, and
  // so on.
  std::set<int64_t> DeputiesOf(int64_t user_id);
  // The active user of this role with the lowest id, else of the next role above it; none of `but`. 0: nobody.
  int64_t FirstOf(options::v1::Role role, const std::set<int64_t>& but);

 private:
  staff::Staff Staff();

  storage::Connection& db_;
  const int64_t account_id_;
};

}  // namespace voronka::notifier
