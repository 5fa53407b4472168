#include "crm_service/fields/rights/field_rights.h"

#include <algorithm>

#include "crm_service/fields/rights/rule_veil.h"
#include "crm_service/fields/rights/sent_veil.h"
#include "crm_service/people/access/access_rules.h"
#include "foundation/process/message_walk.h"
#include "voronka/crm/v1/company.pb.h"
#include "voronka/crm/v1/contact.pb.h"
#include "voronka/crm/v1/deal.pb.h"
#include "voronka/crm/v1/timeline.pb.h"

namespace voronka::crm {

using google::protobuf::Message;
using google::protobuf::RepeatedField;
using google::protobuf::RepeatedPtrField;
using options::v1::Role;
using v1::Field;

namespace {

using Keys = std::set<std::string>;

bool IsOpenTo(Role role, const RepeatedField<int>& roles) {
  return roles.empty() || !MayBeLimited(role) || std::ranges::find(roles, static_cast<int>(role)) != roles.end();
}

template <class Resource>
void HideValues(const Keys& keys, Message& message) {
  auto& fields = *static_cast<Resource&>(message).mutable_fields();
  for (const auto& key : keys) fields.erase(key);
}

void HideDefinitions(const Keys& keys, RepeatedPtrField<Field>& fields) {
  fields.erase(
      std::remove_if(fields.begin(), fields.end(), [&](const Field& field) { return keys.contains(field.key()); }),
      fields.end());
}

void HideNames(const Keys& keys, v1::TimelineEntry::Edit& edit) {
  auto& names = *edit.mutable_fields();
  const auto is_hidden = [&](const std::string& name) {
    return std::ranges::any_of(keys, [&](const std::string& key) { return name == "fields." + key; });
  };
  names.erase(std::remove_if(names.begin(), names.end(), is_hidden), names.end());
}

const Keys& KeysOf(const HiddenFields& hidden, v1::Entity entity) {
  static const Keys none;
  const auto found = hidden.find(entity);
  return found == hidden.end() ? none : found->second;
}

void HideIn(const HiddenFields& hidden, Message& message) {
  const auto* type = message.GetDescriptor();
  if (type == v1::Deal::descriptor()) HideValues<v1::Deal>(KeysOf(hidden, v1::ENTITY_DEAL), message);
  if (type == v1::Contact::descriptor()) HideValues<v1::Contact>(KeysOf(hidden, v1::ENTITY_CONTACT), message);
  if (type == v1::Company::descriptor()) HideValues<v1::Company>(KeysOf(hidden, v1::ENTITY_COMPANY), message);
  if (type == v1::TimelineEntry::Edit::descriptor()) {
    HideNames(KeysOf(hidden, v1::ENTITY_DEAL), static_cast<v1::TimelineEntry::Edit&>(message));
  }
  if (type == v1::FieldSet::descriptor()) {
    auto& field_set = static_cast<v1::FieldSet&>(message);
    HideDefinitions(KeysOf(hidden, field_set.entity()), *field_set.mutable_fields());
    HideDefinitions(KeysOf(hidden, field_set.entity()), *field_set.mutable_removed_fields());
  }
  HideInRules(hidden, message);
  HideInSent(hidden, message);
}

}  // namespace

bool SeesField(Role role, const Field& field) { return IsOpenTo(role, field.visible_to()); }

bool MayEditField(Role role, const Field& field) {
  return SeesField(role, field) && IsOpenTo(role, field.editable_by());
}

void AddHidden(Role role, const v1::FieldSet& field_set, HiddenFields& hidden) {
  for (const auto* fields : {&field_set.fields(), &field_set.removed_fields()}) {
    for (const auto& field : *fields) {
      if (!SeesField(role, field)) hidden[field_set.entity()].insert(field.key());
    }
  }
}

void Hide(const HiddenFields& hidden, Message& message) {
  if (hidden.empty()) return;
  process::ForEachMessage(message, [&](Message& each, const std::string&) { HideIn(hidden, each); });
}

void AddNotEditable(const std::string& path, rpc::Violations& violations) {
  violations.Add("FIELD_NOT_EDITABLE", path,
                 {"Your role may not change this field.", "Ваша роль не может менять это поле."});
}

}  // namespace voronka::crm
