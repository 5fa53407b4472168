#include "crm_service/sales/rules/rule_facts.h"

#include <google/protobuf/util/time_util.h>

#include <algorithm>
#include <set>

#include "crm_service/clients/companies/companies.h"
#include "crm_service/clients/contacts/contacts.h"
#include "crm_service/fields/field_sets/field_sets.h"
#include "crm_service/sales/approvals/approvals.h"
#include "crm_service/sales/rules/attempts.h"
#include "voronka/crm/v1/activity.pb.h"
#include "voronka/crm/v1/task.pb.h"

namespace voronka::crm {
namespace {

// Whose fields the rules read.
std::set<v1::Entity> EntitiesReadBy(std::span<const BindingRule> rules) {
  std::set<v1::Entity> entities;
  for (const auto& binding : rules) {
    ForEachFieldOf(binding, [&](const std::string& field) { entities.insert(FieldName::Parse(field).entity); });
  }
  return entities;
}

bool AnyAsks(std::span<const BindingRule> rules, v1::StageRule::AskCase ask) {
  return std::ranges::any_of(rules, [ask](const BindingRule& each) { return each.rule->ask_case() == ask; });
}

}  // namespace

Facts RuleFacts::For(std::span<const BindingRule> rules) {
  using v1::StageRule;
  const auto read = EntitiesReadBy(rules);
  return {.deal = deal_,
          .contact = read.contains(v1::ENTITY_CONTACT) ? Contact() : nullptr,
          .company = read.contains(v1::ENTITY_COMPANY) ? Company() : nullptr,
          .has_open_task = AnyAsks(rules, StageRule::kTask) && HasOpenTask(),
          .attempts = AnyAsks(rules, StageRule::kAttempts) ? AttemptsMade() : Attempts(),
          .approvals = AnyAsks(rules, StageRule::kApproval) ? ApprovalsAsked() : std::span<const v1::Approval>()};
}

template <class Clients>
auto RuleFacts::Read(int64_t id) {
  Clients clients(session_);
  return use_ == Use::kWrite ? clients.FindForWrite(id) : clients.Find(id);
}

const v1::Contact* RuleFacts::Contact() {
  if (!contact_is_known_ && deal_.contact_id() != 0) contact_ = Read<Contacts>(deal_.contact_id());
  contact_is_known_ = true;
  return contact_ ? &*contact_ : nullptr;
}

const v1::Company* RuleFacts::Company() {
  if (!company_is_known_ && deal_.company_id() != 0) company_ = Read<Companies>(deal_.company_id());
  company_is_known_ = true;
  return company_ ? &*company_ : nullptr;
}

bool RuleFacts::HasOpenTask() {
  if (!has_open_task_) {
    has_open_task_ = !session_.db
                          .Query(
                              "SELECT 1 FROM tasks FORCE INDEX (tasks_of_deal) WHERE account_id = ? AND deal_id = ? "
                              "AND state = ? LIMIT 1",
                              session_.account_id(), deal_.id(), v1::Task::STATE_OPEN)
                          .empty();
  }
  return *has_open_task_;
}

const Attempts& RuleFacts::AttemptsMade() {
  if (!attempts_) {
    using google::protobuf::util::TimeUtil;
    const int64_t entered = TimeUtil::TimestampToMicroseconds(deal_.stage_enter_time());
    attempts_.emplace();
    for (const auto& row : session_.db.Query(
             "SELECT time FROM activities WHERE account_id = ? AND deal_id = ? AND direction <> ? AND reached = FALSE "
             "ORDER BY time",
             session_.account_id(), deal_.id(), v1::Activity::DIRECTION_INCOMING)) {
      attempts_->in_all.push_back(row.Int(0));
      if (IsOnStage(row.Int(0), entered)) attempts_->in_stage.push_back(row.Int(0));
    }
  }
  return *attempts_;
}

const std::vector<v1::Approval>& RuleFacts::ApprovalsAsked() {
  if (!approvals_) approvals_ = Approvals(session_).SinceEntering(deal_);
  return *approvals_;
}

const FieldSetsByEntity& RuleFacts::Labels() {
  if (field_sets_.empty()) field_sets_ = FieldSets(session_).All();
  return field_sets_;
}

}  // namespace voronka::crm
