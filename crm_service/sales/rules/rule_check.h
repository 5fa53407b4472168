#pragma once

#include <span>
#include <string>
#include <vector>

#include "crm_service/sales/rules/binding_rules.h"
#include "crm_service/sales/rules/facts.h"
#include "voronka/options/v1/access.pb.h"

namespace voronka::crm {

// Who makes a move, and what they say.
struct Mover {
  options::v1::Role role;
  const std::string& comment;
  // Where a comment stands in the request.
  const char* comment_field;
};

// Something that a rule asks for and the facts do not have.
struct Breach {
  BindingRule broken;
  // Of FieldsAsk, and of QuestionnaireAsk the field of the answer; of ChecklistAsk, the key of an item.
  std::string field = {};
  // Of QuestionnaireAsk: the key of the question.
  std::string question = {};
  // Of AttemptsAsk: how many there were.
  int attempts = 0;
  // Of ApprovalAsk: what became of the latest one. Unspecified: nobody has been asked about the deal as it is now.
  v1::Approval::State approval = v1::Approval::STATE_UNSPECIFIED;
  // Of ApprovalAsk: somebody was asked about the deal as it was before.
  bool has_outdated_approval = false;
};

// Of a move. Pure.
std::vector<Breach> BreachesOf(std::span<const BindingRule> rules, const Facts& facts, const Way& way,
                               const Mover& mover);

// Whether an item of a checklist is one of this deal.
bool IsOf(const v1::ChecklistItem& item, const Facts& facts);

// Of a change that moves nothing: what it takes away. What was missing before may go on missing.
std::vector<Breach> BreachesOfChange(std::span<const BindingRule> rules, const Facts& before, const Facts& after);

}  // namespace voronka::crm
