#include "crm_service/configuration/proposals/merged.h"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "crm_service/configuration/proposals/merged_queues.h"
#include "crm_service/fields/field_sets/field_set_rules.h"
#include "crm_service/fields/field_sets/system_fields.h"
#include "crm_service/intake/forms/form_rules.h"
#include "crm_service/people/access/access_rules.h"
#include "crm_service/sales/pipelines/pipeline_changes.h"
#include "crm_service/sales/pipelines/purposes.h"
#include "crm_service/sales/pipelines/stages.h"

namespace voronka::crm {
namespace {

using google::protobuf::RepeatedPtrField;
using google::protobuf::Timestamp;
using v1::Configuration;
using v1::Field;
using v1::FieldSet;
using v1::Form;
using v1::Pipeline;

template <class Items>
auto* FindKey(Items& items, const std::string& key) {
  const auto found = std::ranges::find(items, key, [](const auto& item) { return item.key(); });
  return found == items.end() ? nullptr : &*found;
}

template <class Items>
bool HasKey(const Items& items, const std::string& key) {
  return FindKey(items, key) != nullptr;
}

// Values may have the choices that the document has forgotten.
void RetireForgottenChoices(const FieldSet& before, FieldSet& wanted) {
  for (auto& field : *wanted.mutable_fields()) {
    const auto* used = FindKey(before.fields(), field.key());
    const auto* former = used != nullptr ? used : FindKey(before.removed_fields(), field.key());
    if (former == nullptr || former->kind() != field.kind()) continue;
    for (const auto& choice : former->choices()) {
      if (HasKey(field.choices(), choice.key())) continue;
      auto& retired = *field.add_choices();
      retired = choice;
      retired.set_retired(true);
    }
  }
}

// The document says what it would say if nothing had changed: then names that it does not tell stay, too.
void KeepUntoldPipelines(const FieldSet& before, const PipelineKeys& told, FieldSet& wanted) {
  for (auto& field : *wanted.mutable_fields()) {
    const auto* former = FindKey(before.fields(), field.key());
    if (former == nullptr || IsInNoneOf(told, *former)) continue;
    const auto names = NamesIn(told, *former);
    if (std::ranges::equal(names, field.pipelines())) *field.mutable_pipelines() = former->pipelines();
  }
}

void AddUntold(const FieldSet& before, const PipelineKeys& told, FieldSet& wanted) {
  for (const auto& field : before.fields()) {
    if (IsInNoneOf(told, field) && !HasKey(wanted.fields(), field.key())) *wanted.add_fields() = field;
  }
}

template <class Items>
void AddMissing(const Items& before, Items& wanted) {
  for (const auto& item : before) {
    if (!HasKey(wanted, item.key())) *wanted.Add() = item;
  }
}

// Behind the nearest field that was before it.
void PutBack(const FieldSet& before, const std::string& key, RepeatedPtrField<Field>& fields) {
  const auto place = std::ranges::find(fields, key, &Field::key);
  auto target = fields.begin();
  for (const auto& former : before.fields()) {
    if (former.key() == key) break;
    const auto found = std::ranges::find(fields, former.key(), &Field::key);
    if (found != fields.end()) target = found + 1;
  }
  if (target <= place) std::rotate(target, place, place + 1);
}

// System fields that the document leaves out come first, as they are; those that it does not tell of stay where they
// were.
FieldSet InOrder(const FieldSet& before, FieldSet completed, const FieldSet& named, const PipelineKeys& told) {
  auto& fields = *completed.mutable_fields();
  std::stable_partition(fields.begin(), fields.end(),
                        [&](const Field& field) { return field.system() && !HasKey(named.fields(), field.key()); });
  for (const auto& field : before.fields()) {
    const bool is_untold = IsInNoneOf(told, field) && !HasKey(named.fields(), field.key());
    if (is_untold) PutBack(before, field.key(), fields);
  }
  return completed;
}

FieldSet Without(const FieldSet& before, Others others, const PipelineKeys& told) {
  if (others == Others::kStay) return before;
  auto wanted = UsualFieldSet(before.entity());
  AddUntold(before, told, wanted);
  return Replaced(before, wanted);
}

FieldSetsByEntity MergedFieldSets(const AccountConfiguration& before, const Configuration& wanted, Others others) {
  FieldSetsByEntity after;
  const auto told = InUse(before);
  for (const auto& [entity, field_set] : before.field_sets) {
    const auto named = std::ranges::find(wanted.field_sets(), entity, &FieldSet::entity);
    after.emplace(entity, named == wanted.field_sets().end()
                              ? Without(field_set, others, told)
                              : Replaced(field_set,
                                         InOrder(field_set, Completed(field_set, *named, others, told), *named, told)));
  }
  return after;
}

Pipeline Unarchived(Pipeline pipeline) {
  pipeline.clear_archive_time();
  return pipeline;
}

// Only one pipeline is the default for inquiries.
void EndFormerDefaults(const Configuration& wanted, std::vector<Pipeline>& pipelines) {
  if (std::ranges::none_of(wanted.pipelines(), &Pipeline::default_for_inquiries)) return;
  for (auto& pipeline : pipelines) {
    if (!HasKey(wanted.pipelines(), pipeline.key())) pipeline.set_default_for_inquiries(false);
  }
}

template <class Resource>
void ArchiveAt(const Timestamp& now, Resource& resource) {
  if (!IsArchived(resource)) *resource.mutable_archive_time() = now;
}

// A name that the document does not tell stays unless it tells another.
void KeepUntold(const std::string& before, const PipelineKeys& told, std::string& name) {
  if (name == NameIn(told, before)) name = before;
}

std::vector<Pipeline> MergedPipelines(std::vector<Pipeline> pipelines, const Configuration& wanted, Others others,
                                      const PipelineKeys& told, const Timestamp& now) {
  for (auto& pipeline : pipelines) {
    const auto* named = FindKey(wanted.pipelines(), pipeline.key());
    if (named != nullptr) {
      const auto repeat = pipeline.repeat_pipeline();
      pipeline = Unarchived(Replaced(pipeline, *named));
      if (IsForSales(pipeline)) KeepUntold(repeat, told, *pipeline.mutable_repeat_pipeline());
    }
    if (named == nullptr && others == Others::kGo) {
      ArchiveAt(now, pipeline);
      pipeline.set_default_for_inquiries(false);
    }
  }
  EndFormerDefaults(wanted, pipelines);
  for (const auto& named : wanted.pipelines()) {
    if (!HasKey(pipelines, named.key())) pipelines.push_back(Replaced({}, named));
  }
  return pipelines;
}

Form ReplacedForm(const Form& before, Form wanted) {
  wanted.set_id(before.id());
  wanted.set_key(before.key());
  *wanted.mutable_create_time() = before.create_time();
  wanted.set_etag(before.etag());
  if (wanted.state() == Form::STATE_UNSPECIFIED) wanted.set_state(Form::STATE_ACTIVE);
  wanted.clear_archive_time();
  return wanted;
}

const Form* FindForm(const RepeatedPtrField<Form>& forms, const std::string& code) {
  const auto found = std::ranges::find(forms, code, &Form::code);
  return found == forms.end() ? nullptr : &*found;
}

std::vector<Form> MergedForms(std::vector<Form> forms, const Configuration& wanted, Others others,
                              const PipelineKeys& told, const Timestamp& now) {
  for (auto& form : forms) {
    const auto* named = FindForm(wanted.forms(), form.code());
    if (named != nullptr) {
      const auto pipeline = form.pipeline();
      form = ReplacedForm(form, *named);
      KeepUntold(pipeline, told, *form.mutable_pipeline());
    }
    if (named == nullptr && others == Others::kGo) ArchiveAt(now, form);
  }
  for (const auto& named : wanted.forms()) {
    if (std::ranges::count(forms, named.code(), &Form::code) > 0) continue;
    auto& form = forms.emplace_back(ReplacedForm({}, named));
    form.clear_create_time();
  }
  return forms;
}

AccessByRole MergedAccess(AccessByRole role_access, const Configuration& wanted, Others others) {
  for (auto& [role, access] : role_access) {
    const auto named = std::ranges::find(wanted.role_access(), role, &v1::RoleAccess::role);
    if (named != wanted.role_access().end()) {
      access = Replaced(access, *named);
    } else if (others == Others::kGo) {
      access = Replaced(access, UsualAccess(role));
    }
  }
  return role_access;
}

}  // namespace

FieldSet Completed(const FieldSet& before, FieldSet wanted, Others others, const PipelineKeys& told) {
  RetireForgottenChoices(before, wanted);
  KeepUntoldPipelines(before, told, wanted);
  AddUntold(before, told, wanted);
  if (others == Others::kGo) return wanted;
  AddMissing(before.groups(), *wanted.mutable_groups());
  AddMissing(before.fields(), *wanted.mutable_fields());
  return wanted;
}

AccountConfiguration Merged(const AccountConfiguration& before, const Configuration& wanted, Others others,
                            const Timestamp& now) {
  const auto told = InUse(before);
  auto pipelines = MergedPipelines(before.pipelines, wanted, others, told, now);
  auto queues = MergedQueues(before, pipelines, wanted, others);
  return {.field_sets = MergedFieldSets(before, wanted, others),
          .pipelines = std::move(pipelines),
          .forms = MergedForms(before.forms, wanted, others, TakingInquiries(before), now),
          .role_access = MergedAccess(before.role_access, wanted, others),
          .queues = std::move(queues),
          .people = before.people};
}

}  // namespace voronka::crm
