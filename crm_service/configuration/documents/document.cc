#include "crm_service/configuration/documents/document.h"

#include <google/protobuf/util/message_differencer.h>

#include <algorithm>
#include <string>
#include <utility>

#include "crm_service/configuration/documents/document_queues.h"
#include "crm_service/fields/field_sets/system_fields.h"
#include "crm_service/intake/forms/form_rules.h"
#include "crm_service/people/access/access_rules.h"
#include "crm_service/sales/pipelines/purposes.h"
#include "crm_service/sales/pipelines/stages.h"
#include "crm_service/sales/queues/queue_rules.h"
#include "foundation/rpc/requests/output_fields.h"

namespace voronka::crm {
namespace {

using google::protobuf::util::MessageDifferencer;
using v1::Field;
using v1::FieldSet;
using v1::Form;
using v1::Pipeline;

Pipeline Told(Pipeline pipeline, const PipelineKeys& named) {
  pipeline.set_repeat_pipeline(NameIn(named, pipeline.repeat_pipeline()));
  return pipeline;
}

Form Told(Form form, const PipelineKeys& named) {
  form.set_pipeline(NameIn(named, form.pipeline()));
  return form;
}

FieldSet Told(FieldSet field_set, const PipelineKeys& named) {
  const auto fields = std::exchange(*field_set.mutable_fields(), {});
  for (const auto& field : fields) {
    if (IsInNoneOf(named, field)) continue;
    *field_set.add_fields() = field;
    *field_set.mutable_fields(field_set.fields_size() - 1)->mutable_pipelines() = NamesIn(named, field);
  }
  return field_set;
}

PipelineKeys ThatFormsMayName(PipelineKeys named, const AccountConfiguration& configuration) {
  for (const auto& pipeline : configuration.pipelines) {
    if (!TakesInquiries(pipeline)) named.erase(pipeline.key());
  }
  return named;
}

bool IsUsual(const FieldSet& field_set) {
  FieldSet usual = UsualFieldSet(field_set.entity());
  rpc::ClearOutputFields(usual);
  return MessageDifferencer::Equals(field_set, usual);
}

bool IsUsual(v1::RoleAccess access) {
  auto usual = UsualAccess(access.role());
  rpc::ClearOutputFields(usual);
  rpc::ClearOutputFields(access);
  return MessageDifferencer::Equals(access, usual);
}

// Queues that are older than their being part of the configuration are in every version, with or without their stage.
bool HasStageOf(const v1::Queue& queue, const AccountConfiguration& configuration) {
  return std::ranges::any_of(configuration.pipelines, [&](const Pipeline& pipeline) {
    return pipeline.key() == queue.pipeline() && IsDistributable(pipeline, queue.stage());
  });
}

}  // namespace

PipelineKeys InUse(const AccountConfiguration& configuration) {
  PipelineKeys keys;
  for (const auto& pipeline : configuration.pipelines) {
    if (!IsArchived(pipeline)) keys.insert(pipeline.key());
  }
  return keys;
}

PipelineKeys TakingInquiries(const AccountConfiguration& configuration) {
  return ThatFormsMayName(InUse(configuration), configuration);
}

std::string NameIn(const PipelineKeys& named, const std::string& pipeline) {
  return named.contains(pipeline) ? pipeline : "";
}

google::protobuf::RepeatedPtrField<std::string> NamesIn(const PipelineKeys& named, const Field& field) {
  google::protobuf::RepeatedPtrField<std::string> names;
  for (const auto& pipeline : field.pipelines()) {
    if (named.contains(pipeline)) *names.Add() = pipeline;
  }
  return names;
}

// A field without pipelines is in all.
bool IsInNoneOf(const PipelineKeys& named, const Field& field) {
  return !field.pipelines().empty() && NamesIn(named, field).empty();
}

v1::Configuration DocumentOf(const AccountConfiguration& configuration) {
  return DocumentOf(configuration, InUse(configuration));
}

v1::Configuration DocumentOf(const AccountConfiguration& configuration, const PipelineKeys& named) {
  v1::Configuration document;
  for (const auto& [entity, field_set] : configuration.field_sets) {
    FieldSet own = Told(field_set, named);
    rpc::ClearOutputFields(own);
    if (!IsUsual(own)) *document.add_field_sets() = std::move(own);
  }
  for (const auto& pipeline : configuration.pipelines) {
    if (!IsArchived(pipeline)) *document.add_pipelines() = Told(pipeline, named);
  }
  const auto named_by_forms = ThatFormsMayName(named, configuration);
  for (const auto& form : configuration.forms) {
    if (!IsArchived(form)) *document.add_forms() = Told(form, named_by_forms);
  }
  for (const auto& [role, access] : configuration.role_access) {
    if (!IsUsual(access)) *document.add_role_access() = access;
  }
  for (const auto& queue : configuration.queues) {
    if (HasStageOf(queue, configuration)) *document.add_queues() = QueueInDocument(queue, configuration.people);
  }
  rpc::ClearOutputFields(document);
  return document;
}

}  // namespace voronka::crm
