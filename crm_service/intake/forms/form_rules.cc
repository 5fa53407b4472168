#include "crm_service/intake/forms/form_rules.h"

#include <string>

#include "crm_service/intake/forms/form_fields.h"
#include "crm_service/intake/forms/site_origin.h"
#include "crm_service/sales/pipelines/stages.h"

namespace voronka::crm {

using rpc::Violations;

void CheckForm(const v1::Form& form, Violations& violations) {
  for (const auto& [name, target] : form.field_map()) {
    violations.AddUnless(IsTarget(target), "UNKNOWN_TARGET", "form.field_map[\"" + name + "\"]",
                         {"An inquiry has no such field.", "У заявки нет такого поля."});
  }
  for (int i = 0; i < form.allowed_origins_size(); ++i) {
    violations.AddUnless(SiteOrigin(form.allowed_origins(i)).has_value(), "NOT_AN_ORIGIN",
                         "form.allowed_origins[" + std::to_string(i) + "]",
                         {"Write the site as https://shop.example: with http or https, without a path and without *.",
                          "Укажите сайт в виде https://shop.example: с http или https, без страницы и без *."});
  }
  violations.AddUnless(!form.consent_required() || !form.consent_text().empty(), "CONSENT_TEXT_REQUIRED",
                       "form.consent_text",
                       {"Say what the client has to agree to.", "Укажите, на что клиент должен дать согласие."});
}

void CheckPipelineOfForm(const std::optional<v1::Pipeline>& pipeline, const std::string& named_before,
                         Violations& violations) {
  violations.AddUnless(pipeline.has_value(), "UNKNOWN_PIPELINE", "form.pipeline",
                       {"There is no such pipeline.", "Такой воронки нет."});
  const bool may_be_named = !pipeline || !IsArchived(*pipeline) || pipeline->key() == named_before;
  violations.AddUnless(may_be_named, "PIPELINE_ARCHIVED", "form.pipeline",
                       {"The pipeline is archived.", "Воронка в архиве."});
}

}  // namespace voronka::crm
