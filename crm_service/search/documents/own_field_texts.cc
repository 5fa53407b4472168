#include "crm_service/search/documents/own_field_texts.h"

#include "crm_service/fields/field_sets/field_sets.h"
#include "crm_service/fields/rights/field_rights.h"

namespace voronka::crm {

using v1::Field;

namespace {

std::string PrefixOf(v1::Entity entity) {
  switch (entity) {
    case v1::ENTITY_DEAL:
      return "deal.";
    case v1::ENTITY_CONTACT:
      return "contact.";
    default:
      return "company.";
  }
}

bool HasWords(Field::Kind kind) {
  switch (kind) {
    case Field::KIND_TEXT:
    case Field::KIND_NUMBER:
    case Field::KIND_PHONE:
    case Field::KIND_EMAIL:
    case Field::KIND_LINK:
      return true;
    default:
      return false;
  }
}

}  // namespace

bool IsSearchable(const Field& field) { return field.filterable() && HasWords(field.kind()); }

OwnFieldTexts::OwnFieldTexts(rpc::Session& session, v1::Entity entity) : prefix_(PrefixOf(entity)) {
  const auto field_set = FieldSets(session).Get(entity);
  for (const auto& field : field_set.fields()) {
    if (IsSearchable(field) && SeesField(session.caller.role, field)) fields_.push_back(field);
  }
}

void OwnFieldTexts::AddTo(std::vector<SearchText>& texts,
                          const google::protobuf::Map<std::string, v1::FieldValue>& values) const {
  for (const auto& field : fields_) {
    const auto found = values.find(field.key());
    if (found == values.end()) continue;
    const auto& value = found->second;
    texts.push_back(
        {prefix_ + field.key(), value.has_number() ? value.number() : value.text(), field.kind() == Field::KIND_PHONE});
  }
}

}  // namespace voronka::crm
