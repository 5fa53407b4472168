#include "crm_service/sales/pipelines/purposes.h"

#include <algorithm>

#include "crm_service/sales/pipelines/stages.h"

namespace voronka::crm {

using rpc::Violations;
using v1::Pipeline;

namespace {

// Naming oneself is naming no other.
bool HasAnotherForRepeats(const Pipeline& pipeline) {
  return !pipeline.repeat_pipeline().empty() && pipeline.repeat_pipeline() != pipeline.key();
}

bool IsRepeatPipelineAmong(const std::vector<Pipeline>& all, const Pipeline& pipeline) {
  return std::ranges::any_of(all, [&](const Pipeline& other) {
    return !IsArchived(other) && other.key() != pipeline.key() && other.repeat_pipeline() == pipeline.key();
  });
}

// One that does not exist is another matter.
bool NamesOneNotForSales(const Pipeline& pipeline, const std::vector<Pipeline>& all) {
  const auto named = std::ranges::find(all, pipeline.repeat_pipeline(), &Pipeline::key);
  return named != all.end() && !IsForSales(*named);
}

void CheckRepeats(const Pipeline& pipeline, const std::vector<Pipeline>& all, Violations& violations) {
  if (!HasAnotherForRepeats(pipeline)) return;
  violations.AddUnless(IsForSales(pipeline), "NOT_FOR_INQUIRIES", "pipeline.repeat_pipeline",
                       {"Only a pipeline for sales has another for repeat inquiries.",
                        "Воронка для повторных заявок бывает только у воронки продаж."});
  violations.AddUnless(!IsForSales(pipeline) || !NamesOneNotForSales(pipeline, all), "NOT_FOR_INQUIRIES",
                       "pipeline.repeat_pipeline",
                       {"Repeat inquiries need a pipeline for sales.", "Повторным заявкам нужна воронка продаж."});
}

}  // namespace

Pipeline::Purpose PurposeOf(const Pipeline& pipeline) {
  return pipeline.purpose() == Pipeline::PURPOSE_UNSPECIFIED ? Pipeline::PURPOSE_SALES : pipeline.purpose();
}

bool IsForSales(const Pipeline& pipeline) { return PurposeOf(pipeline) == Pipeline::PURPOSE_SALES; }

bool IsForLeads(const Pipeline& pipeline) { return PurposeOf(pipeline) == Pipeline::PURPOSE_LEADS; }

bool TakesInquiries(const Pipeline& pipeline) {
  return IsForSales(pipeline) || IsForLeads(pipeline) || PurposeOf(pipeline) == Pipeline::PURPOSE_CLAIMS;
}

void CheckPurpose(const Pipeline& pipeline, const std::vector<Pipeline>& all, Violations& violations) {
  CheckRepeats(pipeline, all, violations);
  if (IsForSales(pipeline)) return;
  violations.AddUnless(!pipeline.default_for_inquiries() || IsForLeads(pipeline), "NOT_FOR_INQUIRIES",
                       "pipeline.purpose",
                       {"The account's inquiries come to this pipeline: it must be for sales or leads.",
                        "В эту воронку приходят заявки: она должна быть воронкой продаж или лидов."});
  violations.AddUnless(!IsRepeatPipelineAmong(all, pipeline), "NOT_FOR_INQUIRIES", "pipeline.purpose",
                       {"Another pipeline sends repeat inquiries here: it must be for sales.",
                        "Другая воронка отправляет сюда повторные заявки: она должна быть воронкой продаж."});
}

}  // namespace voronka::crm
