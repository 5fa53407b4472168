#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "crm_service/sales/rules/binding_rules.h"
#include "crm_service/sales/rules/facts.h"
#include "foundation/rpc/calls/session.h"

namespace voronka::crm {

// Reads what rules ask about a deal, and only that, once. Its contact and company cannot change until the session
// commits.
class RuleFacts {
 public:
  RuleFacts(rpc::Session& session, const v1::Deal& deal) : session_(session), deal_(deal) {}
  // Of another version of the deal: what `known` has read of a client that both have is not read again.
  RuleFacts(const RuleFacts& known, const v1::Deal& deal);

  Facts For(std::span<const BindingRule> rules);
  // For what its fields are called.
  const FieldSetsByEntity& Labels();

 private:
  const v1::Contact* Contact();
  const v1::Company* Company();
  bool HasOpenTask();
  const Attempts& AttemptsMade();
  const std::vector<v1::Approval>& ApprovalsAsked();

  rpc::Session& session_;
  const v1::Deal& deal_;
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
