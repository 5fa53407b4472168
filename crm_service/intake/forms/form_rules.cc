#include "crm_service/intake/forms/form_rules.h"

#include <map>
#include <set>
#include <string>

#include "crm_service/intake/forms/field_label.h"
#include "crm_service/intake/forms/form_fields.h"
#include "crm_service/intake/forms/site_origin.h"
#include "crm_service/sales/pipelines/purposes.h"
#include "crm_service/sales/pipelines/stages.h"

namespace voronka::crm {

using rpc::Violations;

namespace {

// The names of fields: each has a name, and none says the same as another.
void CheckFieldMap(const v1::Form& form, Violations& violations) {
  const std::map<std::string, std::string> ordered(form.field_map().begin(), form.field_map().end());
  std::set<std::string> labels;
  for (const auto& [name, target] : ordered) {
    const std::string path = "form.field_map[\"" + name + "\"]";
    const std::string label = LabelOf(name);
    violations.AddUnless(IsTarget(target), "UNKNOWN_TARGET", path,
                         {"An inquiry has no such field.", "У заявки нет такого поля."});
    violations.AddUnless(!label.empty(), "REQUIRED", path, {"Enter the field's name.", "Укажите название поля."});
    violations.AddUnless(labels.insert(label).second, "DUPLICATE_NAME", path,
                         {"The field is listed twice: case, blanks, hyphens and other signs make no difference.",
                          "Поле указано дважды: регистр, пробелы, дефисы и другие знаки не различаются."});
  }
}

}  // namespace

void CheckForm(const v1::Form& form, Violations& violations) {
  CheckFieldMap(form, violations);
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
  if (!pipeline || pipeline->key() == named_before) return;
  violations.AddUnless(!IsArchived(*pipeline), "PIPELINE_ARCHIVED", "form.pipeline",
                       {"The pipeline is archived.", "Воронка в архиве."});
  violations.AddUnless(TakesInquiries(*pipeline), "NOT_FOR_INQUIRIES", "form.pipeline",
                       {"The pipeline is for errands or warming and takes no inquiries.",
                        "Эта воронка для поручений или подогрева и не принимает заявки."});
}

}  // namespace voronka::crm
