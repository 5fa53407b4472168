#pragma once

#include <cstdint>
#include <memory>
#include <vector>

#include "client/user_session.h"
#include "tests/support/account.h"
#include "tests/system/flood.h"

namespace voronka::testing {

// The head of sales of an account, whose program has run wild: it renames deals and reads others.
class WildHead {
 public:
  // Creates this many deals.
  WildHead(Account& account, int deals);

  // Calls until it goes out of scope or is ended.
  std::unique_ptr<Flood> CallsInFlight(int in_flight);

 private:
  std::unique_ptr<google::protobuf::Message> Request(int number) const;

  Account& account_;
  const std::unique_ptr<client::UserSession> session_;
  std::vector<int64_t> deals_;
};

}  // namespace voronka::testing
