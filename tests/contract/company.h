#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <string>

#include "client/identity.h"
#include "tests/contract/methods.h"
#include "tests/support/account.h"
#include "tests/support/authenticator_app.h"

namespace voronka::testing {

// An account that has one of everything that a request can refer to.
class Company {
 public:
  explicit Company(System& system);

  Account& account() { return account_; }

  // The resource that a method's request refers to in a field, for example `deal` for `deal_id` and `user` for
  // `head_user_id`. Throws std::logic_error, which says what to add here, if the company has no such resource.
  int64_t IdFor(const Method& method, const std::string& field) const;
  // A valid value for a text field that does not accept any text; empty if none is known.
  std::string TextFor(const Method& method, const std::string& field) const;

  // A caller of the company who has the right: an admin if admins have it, else a service.
  client::Metadata CallerOf(const Method& method);
  // The same in a new session.
  client::Metadata NewCallerOf(const Method& method);

 private:
  void OpenSessions();
  void InviteUsers();
  std::string LinkForNewUser(const std::string& name);
  void BeginSecondFactor();
  void MakePipeline();
  void MakeFieldSets();
  void MakeForm();
  // Held because its trap was filled in.
  int64_t HoldForm(const std::string& key, const std::string& client_name);
  void MakeClientAndDeal();
  int64_t MakeContact(const std::string& name);
  int64_t AddContactToDeal(int64_t contact_id);
  void MakeFurtherClients();
  void MakeDuplicates();
  int64_t MakeLead();
  void MakeLeads();
  void MakeOffers();
  void MakeTasks();
  int64_t MakeRemark();
  void MakeUnsorted();
  void MakeRemarks();
  void MakeApproval();
  void FindNotification();
  void RegisterDevices();
  void LetOfferExpire();
  int64_t MakeDealWithChecklist();
  int64_t MakeUnownedDeal();
  int64_t OfferToAdmin();
  int64_t MakeSpareQueue();
  int64_t MakeSavedFilter();
  void MakeFilters();
  int64_t MakeTask();
  int64_t MakeActivity();
  void MakeActivities();
  // Of the deal, announced with this size.
  int64_t BeginUpload(int64_t size);
  int64_t MakeFile();
  void MakeFiles();
  client::Metadata ServiceFor(const Method& method);

  const System& system_;
  Account account_;
  std::unique_ptr<client::Identity> admin_;
  // Of the head of sales, who has not confirmed it yet.
  std::unique_ptr<AuthenticatorApp> app_;
  // By field name; `TakeOffer.deal` applies to that method only.
  std::map<std::string, int64_t> ids_;
  std::map<std::string, std::string> texts_;
};

}  // namespace voronka::testing
