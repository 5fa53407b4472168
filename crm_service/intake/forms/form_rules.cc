#include "crm_service/intake/forms/form_rules.h"

#include <algorithm>

#include "crm_service/intake/forms/form_fields.h"
#include "crm_service/intake/forms/site_origin.h"

namespace voronka::crm {

using rpc::Violations;

namespace {

bool IsFor(const v1::Form& form, const std::string& origin) {
  if (form.allowed_origins().empty() || origin.empty()) return true;
  return std::ranges::any_of(form.allowed_origins(), [compared = ComparedOrigin(origin)](const std::string& allowed) {
    return ComparedOrigin(allowed) == compared;
  });
}

}  // namespace

void CheckForm(const v1::Form& form, Violations& violations) {
  for (const auto& [name, target] : form.field_map()) {
    violations.AddUnless(IsTarget(target), "UNKNOWN_TARGET", "form.field_map[\"" + name + "\"]",
                         {"An inquiry has no such field.", "У заявки нет такого поля."});
  }
  violations.AddUnless(!form.consent_required() || !form.consent_text().empty(), "CONSENT_TEXT_REQUIRED",
                       "form.consent_text",
                       {"Say what the client has to agree to.", "Укажите, на что клиент должен дать согласие."});
}

void CheckTakes(const v1::Form& form, const v1::SubmitFormRequest& request) {
  Violations violations;
  violations.AddUnless(form.state() != v1::Form::STATE_DISABLED && !IsArchived(form), "FORM_DISABLED", "key",
                       {"The form takes no inquiries any more.", "Форма больше не принимает заявки."});
  violations.AddUnless(IsFor(form, request.origin()), "ORIGIN_NOT_ALLOWED", "origin",
                       {"The form is not for this site.", "Форма не для этого сайта."});
  violations.ThrowIfAny(rpc::Code::kFailedPrecondition);
}

}  // namespace voronka::crm
