#pragma once

#include <memory>
#include <string>
#include <vector>

#include "tests/notifier/push/vendors/vendor_servers.h"
#include "tests/support/account.h"

namespace voronka::testing {

// The phones of an account's head of sales, woken by Firebase.
class Phones {
 public:
  Phones(Account& account, const VendorServers& vendors, int count);

  // The head has this many reminders two seconds from now.
  void Remind(int reminders);
  // Every reminder is in the inbox once, and Firebase was told of it for each phone. What it was told again is shown
  // once: it replaces what the phone shows.
  bool AllRang() const;
  // How often Firebase was told of one, also of the same again.
  int told() const;
  int pushes() const { return reminders_ * static_cast<int>(sessions_.size()); }

 private:
  Account& account_;
  const VendorServers& vendors_;
  std::vector<std::unique_ptr<client::Client>> sessions_;
  int reminders_ = 0;
};

}  // namespace voronka::testing
