#include "crm_service/fields/filters/filter_fields.h"

#include <vector>

#include "crm_service/fields/field_sets/system_fields.h"
#include "crm_service/fields/rights/field_rights.h"

namespace voronka::crm {
namespace {

using v1::Field;
using v1::FilterSubject;

// What no field set has.
struct FurtherField {
  const char* name;
  Field::Kind kind;
  // Found out for what is listed, not for what belongs to it.
  bool is_fact = false;
};

constexpr FurtherField kFurtherFields[] = {
    {"deal.id", Field::KIND_NUMBER},
    {"deal.pipeline", Field::KIND_CHOICE},
    {"deal.stage", Field::KIND_CHOICE},
    {"deal.state", Field::KIND_CHOICE},
    {"deal.responsible_user_id", Field::KIND_USER},
    {"deal.loss_reason", Field::KIND_CHOICE},
    {"deal.source_deal_id", Field::KIND_NUMBER},
    {"deal.create_time", Field::KIND_TIME},
    {"deal.update_time", Field::KIND_TIME},
    {"deal.stage_enter_time", Field::KIND_TIME},
    {"deal.close_time", Field::KIND_TIME},
    {"deal.source", Field::KIND_CHOICE, true},
    {"deal.has_open_task", Field::KIND_YES_NO, true},
    {"deal.has_overdue_task", Field::KIND_YES_NO, true},
    {"deal.responsible_disabled", Field::KIND_YES_NO, true},
    {"contact.id", Field::KIND_NUMBER},
    {"contact.responsible_user_id", Field::KIND_USER},
    {"contact.create_time", Field::KIND_TIME},
    {"contact.update_time", Field::KIND_TIME},
    {"contact.has_open_deal", Field::KIND_YES_NO, true},
    {"contact.has_open_task", Field::KIND_YES_NO, true},
    {"contact.responsible_disabled", Field::KIND_YES_NO, true},
    {"company.id", Field::KIND_NUMBER},
    {"company.responsible_user_id", Field::KIND_USER},
    {"company.create_time", Field::KIND_TIME},
    {"company.update_time", Field::KIND_TIME},
    {"company.has_open_deal", Field::KIND_YES_NO, true},
    {"company.has_open_task", Field::KIND_YES_NO, true},
    {"company.responsible_disabled", Field::KIND_YES_NO, true},
    {"task.id", Field::KIND_NUMBER},
    {"task.text", Field::KIND_TEXT},
    {"task.state", Field::KIND_CHOICE},
    {"task.assignee_user_id", Field::KIND_USER},
    {"task.setter_user_id", Field::KIND_USER},
    {"task.deal_id", Field::KIND_NUMBER},
    {"task.contact_id", Field::KIND_CONTACT},
    {"task.due_time", Field::KIND_TIME},
    {"task.create_time", Field::KIND_TIME},
    {"task.complete_time", Field::KIND_TIME},
    {"task.overdue", Field::KIND_YES_NO, true},
};

// Those whose fields a filter of the subject may name, the subject's own first.
std::vector<std::string> WordsOf(FilterSubject subject) {
  switch (subject) {
    case v1::FILTER_SUBJECT_DEALS:
      return {"deal", "contact", "company"};
    case v1::FILTER_SUBJECT_CONTACTS:
      return {"contact", "company"};
    case v1::FILTER_SUBJECT_COMPANIES:
      return {"company"};
    default:
      return {"task"};
  }
}

}  // namespace

FilterFields::FilterFields(FilterSubject subject, options::v1::Role role, const FieldSetsByEntity& field_sets) {
  const auto words = WordsOf(subject);
  for (const auto& word : words) {
    for (const auto& [name, kind, is_fact] : kFurtherFields) {
      if (SubjectIn(name) != word || (is_fact && word != words.front())) continue;
      fields_.emplace(name, SystemFieldOfKind(KeyIn(name), kind));
    }
    const auto set = field_sets.find(FieldName::Parse(word + ".id").entity);
    if (set == field_sets.end()) continue;
    for (const auto& field : set->second.fields()) {
      if (SeesField(role, field)) fields_.emplace(word + "." + field.key(), field);
    }
  }
}

const Field* FilterFields::Find(const std::string& name) const {
  const auto found = fields_.find(name);
  return found == fields_.end() ? nullptr : &found->second;
}

std::string WordFor(FilterSubject subject) { return WordsOf(subject).front(); }

std::string SubjectIn(const std::string& field) { return field.substr(0, field.find('.')); }

std::string KeyIn(const std::string& field) { return field.substr(field.find('.') + 1); }

}  // namespace voronka::crm
