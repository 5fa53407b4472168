#pragma once

#include <atomic>
#include <thread>
#include <vector>

#include "tests/support/account.h"
#include "tests/system/ledger.h"

namespace voronka::testing {

// A working day in a hurry, until it goes out of scope: new clients write, managers take what they are offered by
// moving it, set themselves a task with a reminder seconds ahead, and move on.
class SalesLoad {
 public:
  // Notes what everybody was told.
  SalesLoad(Account& account, Ledger& ledger);

 private:
  void SubmitInquiries(const std::stop_token& stop);
  void Sell(int manager, const std::stop_token& stop);
  void WorkOn(client::Client& manager, int64_t deal_id);

  Account& account_;
  Ledger& ledger_;
  std::atomic<int> clients_ = 0;
  // The last member: they use the others.
  std::vector<std::jthread> people_;
};

}  // namespace voronka::testing
