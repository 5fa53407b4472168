#include "crm_service/sales/rules/approval_digest.h"

#include <fmt/format.h>

#include <iterator>
#include <set>
#include <string_view>

#include "foundation/rpc/requests/formatted_texts.h"
#include "foundation/security/secret.h"

namespace voronka::crm {
namespace {

// Parts of any content, each with its length: no two lists of them are the same text.
class ListOfParts {
 public:
  void Add(std::string_view part) { fmt::format_to(std::back_inserter(text_), "{}:{}", part.size(), part); }

  std::string Sha256InHex() const {
    std::string digits;
    for (const unsigned char byte : security::Sha256(text_)) {
      fmt::format_to(std::back_inserter(digits), "{:02x}", byte);
    }
    return digits;
  }

 private:
  std::string text_;
};

// In the order of their texts, so that nothing changes when rules change places.
struct WhatIsAgreedTo {
  std::set<std::string> fields = {"deal.amount", "deal.contact_id", "deal.company_id"};
  // Serialised.
  std::set<std::string> conditions = {};
};

WhatIsAgreedTo AgreedToUnder(std::span<const BindingRule> rules) {
  WhatIsAgreedTo agreed;
  for (const auto& binding : rules) {
    if (!binding.rule->has_approval() || !binding.rule->has_condition()) continue;
    const auto& condition = binding.rule->condition();
    agreed.conditions.insert(condition.SerializeAsString());
    rpc::ForEachTextOf(options::v1::FORMAT_FIELD, condition,
                       [&](const std::string& field) { agreed.fields.insert(field); });
  }
  return agreed;
}

}  // namespace

std::string ApprovalDigest(std::span<const BindingRule> rules, const Facts& facts) {
  const auto agreed = AgreedToUnder(rules);
  ListOfParts parts;
  for (const auto& field : agreed.fields) {
    const auto values = ValuesOf(facts, FieldName::Parse(field));
    parts.Add(field);
    parts.Add(std::to_string(values.size()));
    for (const auto& value : values) parts.Add(value.SerializeAsString());
  }
  for (const auto& condition : agreed.conditions) parts.Add(condition);
  return parts.Sha256InHex();
}

}  // namespace voronka::crm
