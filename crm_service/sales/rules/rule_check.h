#pragma once

#include <span>
#include <string>
#include <vector>

#include "crm_service/sales/rules/binding_rules.h"
#include "crm_service/sales/rules/facts.h"
#include "foundation/rpc/requests/error.h"
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
  // Of FieldsAsk.
  std::string field = {};
};

// Of a move. Pure.
std::vector<Breach> BreachesOf(std::span<const BindingRule> rules, const Facts& facts, const Way& way,
                               const Mover& mover);

// Of a change that moves nothing: what it takes away. What was missing before may go on missing.
std::vector<Breach> BreachesOfChange(std::span<const BindingRule> rules, const Facts& before, const Facts& after);

// In words. `field_sets`: for the labels of fields.
void AddBreaches(std::span<const Breach> breaches, const FieldSetsByEntity& field_sets, const Mover& mover,
                 rpc::Violations& violations);

}  // namespace voronka::crm
