#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "crm_service/sales/rules/binding_rules.h"
#include "crm_service/sales/rules/facts.h"
#include "foundation/rpc/calls/session.h"

namespace voronka::crm {

// Reads what rules ask about a deal, and only that, once.
class RuleFacts {
 public:
  enum class Use {
    // Its contact and company cannot change until the session commits.
    kWrite,
    // Waits for nobody who changes them.
    kAnswer,
  };
  RuleFacts(rpc::Session& session, const v1::Deal& deal, Use use = Use::kWrite)
      : session_(session), deal_(deal), use_(use) {}

  // In place of what would be read: it is to be written yet.
  void Know(const v1::Contact& contact) {
    contact_ = contact;
    contact_is_known_ = true;
  }
  void Know(const v1::Company& company) {
    company_ = company;
    company_is_known_ = true;
  }

  Facts For(std::span<const BindingRule> rules);
  // For what its fields are called.
  const FieldSetsByEntity& Labels();

 private:
  template <class Clients>
  auto Read(int64_t id);
  const v1::Contact* Contact();
  const v1::Company* Company();
  bool HasOpenTask();
  const Attempts& AttemptsMade();
  const std::vector<v1::Approval>& ApprovalsAsked();

  rpc::Session& session_;
  const v1::Deal& deal_;
  const Use use_;
  bool contact_is_known_ = false;
  std::optional<v1::Contact> contact_;
  bool company_is_known_ = false;
  std::optional<v1::Company> company_;
  std::optional<bool> has_open_task_;
  std::optional<Attempts> attempts_;
  std::optional<std::vector<v1::Approval>> approvals_;
  FieldSetsByEntity field_sets_;
};

}  // namespace voronka::crm
