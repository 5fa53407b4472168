#include "demo/life/learnt_fields.h"

#include <algorithm>
#include <span>
#include <string_view>

namespace voronka::demo {
namespace {

using crm::v1::Field;
using crm::v1::FieldSet;
using crm::v1::Pipeline;
using crm::v1::Stage;

constexpr std::string_view kOfFailure[] = {"Комментарий при провале", "Причина отказа"};
constexpr std::string_view kOfTheEnd[] = {"Обратная связь", "Селфи с товаром"};

bool IsAmong(std::span<const std::string_view> labels, const Field& field) {
  return std::ranges::find(labels, field.label()) != labels.end();
}

bool BelongsTo(const Pipeline& pipeline, const Field& field) {
  return field.pipelines().empty() || std::ranges::count(field.pipelines(), pipeline.key()) > 0;
}

std::size_t GroupOf(const FieldSet& fields, const Field& field) {
  const auto found = std::ranges::find(fields.groups(), field.group(), &crm::v1::FieldGroup::key);
  return found == fields.groups().end() ? 0 : static_cast<std::size_t>(found - fields.groups().begin());
}

std::size_t StepsBeforeClosing(const Pipeline& pipeline) {
  return static_cast<std::size_t>(std::ranges::count_if(
      pipeline.stages(), [](const Stage& stage) { return stage.kind() == Stage::KIND_OPEN && !stage.parking(); }));
}

// From 1.
std::size_t StepOf(const FieldSet& fields, const Pipeline& pipeline, const Field& field) {
  const auto groups = std::max<std::size_t>(1, static_cast<std::size_t>(fields.groups_size()));
  return 1 + GroupOf(fields, field) * StepsBeforeClosing(pipeline) / groups;
}

}  // namespace

std::vector<const Field*> LearntFields(const FieldSet& fields, const Pipeline& pipeline, const Stage& stage,
                                       std::size_t step) {
  std::vector<const Field*> learnt;
  for (const Field& field : fields.fields()) {
    if (field.system() || !BelongsTo(pipeline, field) || IsAmong(kOfFailure, field)) continue;
    const bool is_time =
        IsAmong(kOfTheEnd, field) ? stage.kind() == Stage::KIND_WON : StepOf(fields, pipeline, field) == step;
    if (is_time) learnt.push_back(&field);
  }
  return learnt;
}

}  // namespace voronka::demo
