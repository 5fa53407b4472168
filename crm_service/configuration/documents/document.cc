#include "crm_service/configuration/documents/document.h"

#include <google/protobuf/util/message_differencer.h>

#include <algorithm>
#include <set>
#include <string>
#include <utility>

#include "crm_service/fields/field_sets/system_fields.h"
#include "crm_service/intake/forms/form_rules.h"
#include "crm_service/sales/pipelines/stages.h"
#include "foundation/rpc/requests/output_fields.h"

namespace voronka::crm {
namespace {

using google::protobuf::util::MessageDifferencer;
using v1::Field;
using v1::FieldSet;
using v1::Form;
using v1::Pipeline;

// The pipelines that are in use, by key.
using Keys = std::set<std::string>;

Keys KeysInUse(const AccountConfiguration& configuration) {
  Keys keys;
  for (const auto& pipeline : configuration.pipelines) {
    if (!IsArchived(pipeline)) keys.insert(pipeline.key());
  }
  return keys;
}

Pipeline DocumentOf(Pipeline pipeline, const Keys& in_use) {
  if (!in_use.contains(pipeline.repeat_pipeline())) pipeline.clear_repeat_pipeline();
  return pipeline;
}

Form DocumentOf(Form form, const Keys& in_use) {
  if (!in_use.contains(form.pipeline())) form.clear_pipeline();
  return form;
}

// A field without pipelines would be in all.
bool IsInNoneOf(const Keys& in_use, const Field& field) {
  const auto is_in_use = [&](const std::string& key) { return in_use.contains(key); };
  return !field.pipelines().empty() && std::ranges::none_of(field.pipelines(), is_in_use);
}

void KeepOnly(const Keys& in_use, Field& field) {
  const auto named = std::exchange(*field.mutable_pipelines(), {});
  std::ranges::copy_if(named, google::protobuf::RepeatedPtrFieldBackInserter(field.mutable_pipelines()),
                       [&](const std::string& key) { return in_use.contains(key); });
}

FieldSet DocumentOf(FieldSet field_set, const Keys& in_use) {
  const auto fields = std::exchange(*field_set.mutable_fields(), {});
  for (auto field : fields) {
    if (IsInNoneOf(in_use, field)) continue;
    KeepOnly(in_use, field);
    *field_set.add_fields() = std::move(field);
  }
  return field_set;
}

bool IsUsual(const FieldSet& field_set) {
  FieldSet usual = UsualFieldSet(field_set.entity());
  rpc::ClearOutputFields(usual);
  return MessageDifferencer::Equals(field_set, usual);
}

}  // namespace

v1::Configuration DocumentOf(const AccountConfiguration& configuration) {
  v1::Configuration document;
  const auto in_use = KeysInUse(configuration);
  for (const auto& [entity, field_set] : configuration.field_sets) {
    FieldSet own = DocumentOf(field_set, in_use);
    rpc::ClearOutputFields(own);
    if (!IsUsual(own)) *document.add_field_sets() = std::move(own);
  }
  for (const auto& pipeline : configuration.pipelines) {
    if (!IsArchived(pipeline)) *document.add_pipelines() = DocumentOf(pipeline, in_use);
  }
  for (const auto& form : configuration.forms) {
    if (!IsArchived(form)) *document.add_forms() = DocumentOf(form, in_use);
  }
  rpc::ClearOutputFields(document);
  return document;
}

}  // namespace voronka::crm
