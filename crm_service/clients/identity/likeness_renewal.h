#pragma once

#include <cstdint>

#include "foundation/storage/connection.h"

namespace voronka::crm {

// Brings the table `likenesses` up to date with clients that were written before there was one, or by an earlier
// release.
class LikenessRenewal {
 public:
  // Looks at the next contacts and companies, of all accounts. Whether there are more: if not, it begins anew.
  bool RenewPortion(storage::Connection& db);

 private:
  // Of the last client that was looked at.
  struct Place {
    int64_t account_id = 0;
    int64_t id = 0;
  };

  template <class Client>
  bool Renew(storage::Connection& db, Place& last);

  Place contact_;
  Place company_;
};

}  // namespace voronka::crm
