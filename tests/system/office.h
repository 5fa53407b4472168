#pragma once

#include <chrono>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "tests/support/account.h"
#include "tests/system/alternating_client.h"
#include "tests/system/live_inbox.h"

namespace voronka::testing {

// Somebody at work: calls go to the replicas in turn, notifications come from the last one.
class Colleague {
 public:
  Colleague(Account& account, const std::string& person, int64_t id);

  int64_t id() const { return id_; }
  AlternatingClient& client() { return client_; }
  LiveInbox& inbox() { return inbox_; }

 private:
  const int64_t id_;
  AlternatingClient client_;
  LiveInbox inbox_;
};

// An account whose managers and head of sales are at work.
class Office {
 public:
  Office(System& system, int managers, std::chrono::milliseconds take_within);

  Account& account() { return account_; }
  Colleague& manager(int number) { return *managers_.at(number); }
  Colleague& head() { return *head_; }
  AlternatingClient& intake() { return intake_; }
  // Sees everything, changes nothing.
  client::Client& reader() { return account_.head(); }

  // The deal of a new client's inquiry.
  int64_t SubmitForNewClient();

 private:
  Account account_;
  std::vector<std::unique_ptr<Colleague>> managers_;
  std::unique_ptr<Colleague> head_;
  AlternatingClient intake_;
  int clients_ = 0;
};

}  // namespace voronka::testing
