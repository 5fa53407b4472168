#include <google/protobuf/util/message_differencer.h>

#include <algorithm>

#include "crm_service/configuration/comparison/differences.h"
#include "crm_service/configuration/documents/document.h"
#include "crm_service/configuration/documents/document_text.h"
#include "crm_service/configuration/documents/syntax_words.h"
#include "crm_service/configuration/proposals/document_check.h"
#include "crm_service/configuration/proposals/merged.h"
#include "crm_service/fields/field_sets/system_fields.h"
#include "crm_service/people/access/access_rules.h"
#include "tests/fuzz/target.h"
#include "tests/fuzz/utf8.h"

namespace voronka::fuzz {
namespace {

crm::AccountConfiguration NewAccount() {
  crm::AccountConfiguration configuration;
  for (const auto entity : crm::kEntitiesWithFields) {
    configuration.field_sets.emplace(entity, crm::UsualFieldSet(entity));
  }
  for (const auto role : crm::kRolesThatMayBeLimited) configuration.role_access.emplace(role, crm::UsualAccess(role));
  return configuration;
}

bool IsWithin(const crm::Place& place, const std::string& file) {
  return place.line >= 0 && place.line <= 1 + std::count(file.begin(), file.end(), '\n');
}

}  // namespace

// A file is refused with places that it has, or is applied once: the second time finds nothing to change, and what is
// exported says the same.
void Check(const std::string& input) {
  if (!IsUtf8(input)) return;
  const crm::ReadDocument read(input);
  for (const auto& error : read.errors()) {
    Require(IsWithin(error.place, input), "an error is in the file");
    Require(IsUtf8(error.text) && IsUtf8(crm::SyntaxWords(error.text).ru), "an error can be told");
  }
  if (!read.errors().empty()) return;
  rpc::Violations violations;
  crm::CheckDocument(read.document(), violations);
  for (const auto& violation : violations.all())
    Require(IsWithin(read.PlaceOf(violation.field), input), "so is a fault");
  if (!violations.empty()) return;
  const auto before = NewAccount();
  const auto after = crm::Merged(before, read.document(), crm::Others::kStay, {});
  crm::CheckTogether(read.document(), before, after, crm::Others::kStay, violations);
  crm::CheckKeepsFields(read.document(), before, after, crm::Others::kStay, violations);
  if (!violations.empty()) return;
  const auto exported = crm::DocumentOf(after);
  const auto again = crm::DocumentOf(crm::Merged(after, read.document(), crm::Others::kStay, {}));
  Require(crm::Differences(exported, again).empty(), "the second time changes nothing");
  const crm::ReadDocument reread(crm::TextOf(exported));
  Require(google::protobuf::util::MessageDifferencer::Equals(reread.document(), exported), "what is exported is read");
}

}  // namespace voronka::fuzz
