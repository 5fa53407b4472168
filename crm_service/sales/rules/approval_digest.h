#pragma once

#include <span>
#include <string>

#include "crm_service/sales/rules/binding_rules.h"
#include "crm_service/sales/rules/facts.h"

namespace voronka::crm {

// Of what somebody agrees to: the deal's amount, its contact and its company, and whatever the conditions read of the
// rules that ask for an approval, with these conditions. Two are the same as long as nothing of this has changed.
// `rules`: all that bind the way; those that ask for something else do not matter. 64 hexadecimal digits.
std::string ApprovalDigest(std::span<const BindingRule> rules, const Facts& facts);

}  // namespace voronka::crm
