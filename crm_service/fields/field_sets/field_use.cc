#include "crm_service/fields/field_sets/field_use.h"

#include <fmt/format.h>

#include <utility>

#include "foundation/rpc/requests/error.h"
#include "foundation/rpc/requests/formatted_texts.h"
#include "foundation/storage/stored_message.h"

namespace voronka::crm {

using v1::Pipeline;

FieldUse UseOfFields(const std::vector<Pipeline>& pipelines) {
  FieldUse use;
  for (const auto& pipeline : pipelines) {
    rpc::ForEachTextOf(options::v1::FORMAT_FIELD, pipeline,
                       [&](const std::string& field) { use[FieldName::Parse(field)].insert(pipeline.key()); });
  }
  return use;
}

FieldUse UseOfFields(rpc::Session& session) {
  std::vector<Pipeline> pipelines;
  for (const auto& row :
       session.db.Query("SELECT definition FROM pipelines WHERE account_id = ?", session.account_id())) {
    auto pipeline = storage::Stored<Pipeline>(row.Text(0));
    if (!pipeline.has_archive_time()) pipelines.push_back(std::move(pipeline));
  }
  return UseOfFields(pipelines);
}

void CheckKeepsUsed(const FieldUse& use, const v1::FieldSet& after) {
  rpc::Violations violations;
  const FieldSetsByEntity field_sets{{after.entity(), after}};
  for (const auto& [name, pipelines] : use) {
    if (name.entity != after.entity()) continue;
    const auto* field = FindField(field_sets, name);
    for (const auto& pipeline : pipelines) {
      violations.AddUnless(
          field != nullptr && IsIn(*field, pipeline), "FIELD_IN_USE", "field_set.fields",
          {fmt::format("The pipeline “{}” asks for the field “{}”, in rules, a questionnaire or its quick add: change "
                       "that first.",
                       pipeline, name.key),
           fmt::format("Поле «{}» нужно воронке «{}» — правилам, анкете или быстрому добавлению: сначала измените их.",
                       name.key, pipeline)});
    }
  }
  violations.ThrowIfAny(rpc::Code::kFailedPrecondition);
}

}  // namespace voronka::crm
