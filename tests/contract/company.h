#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <string>

#include "client/identity.h"
#include "tests/contract/methods.h"
#include "tests/support/account.h"

namespace voronka::testing {

// An account that has one of everything a request can name.
class Company {
 public:
  explicit Company(System& system);

  Account& account() { return account_; }

  // What the request of a method names by a field, as `deal` for `deal_id` and `user` for `head_user_id`. Throws
  // std::logic_error, with what to add here, when the company has no such thing.
  int64_t IdFor(const Method& method, const std::string& field) const;
  // What a text of a request has to be where not any text will do; empty: nothing is known.
  std::string TextFor(const Method& method, const std::string& field) const;

  // Tells that somebody of the company calls who may: an admin where one may, a service else.
  client::Metadata CallerOf(const Method& method);
  // The same in a session of its own.
  client::Metadata NewCallerOf(const Method& method);

 private:
  void OpenSessions();
  void MakePipeline();
  void MakeForm();
  // Held for its trap.
  int64_t HoldForm(const std::string& key, const std::string& client_name);
  void MakeClientAndDeal();
  void MakeOffers();
  void MakeTasks();
  void FindNotification();
  void AwaitLapse();
  int64_t MakeUnownedDeal();
  int64_t OfferToAdmin(std::chrono::milliseconds take_within);
  int64_t MakeSpareQueue();
  int64_t MakeTask();
  client::Metadata ServiceFor(const Method& method);

  Account account_;
  std::unique_ptr<client::Identity> admin_;
  // By what is named; `TakeOffer.deal` is that of one method alone.
  std::map<std::string, int64_t> ids_;
  std::map<std::string, std::string> texts_;
};

}  // namespace voronka::testing
