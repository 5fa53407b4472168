#include "crm_service/intake/submissions/submission_rules.h"

#include <algorithm>
#include <string>

#include "crm_service/intake/forms/form_fields.h"
#include "crm_service/intake/forms/form_rules.h"
#include "crm_service/intake/forms/site_origin.h"
#include "foundation/rpc/requests/error.h"

namespace voronka::crm {
namespace {

constexpr char kProbe[] = "test";

bool IsForSite(const v1::Form& form, const std::string& origin) {
  if (form.allowed_origins().empty() || origin.empty()) return true;
  // Nothing: a page without an origin of its own, such as one opened from a disk.
  const auto site = SiteOrigin(origin);
  return site && std::ranges::any_of(form.allowed_origins(),
                                     [&](const std::string& allowed) { return SiteOrigin(allowed) == site; });
}

}  // namespace

void CheckTakes(const v1::Form& form, const v1::SubmitFormRequest& request) {
  rpc::Violations violations;
  violations.AddUnless(form.state() != v1::Form::STATE_DISABLED && !IsArchived(form), "FORM_DISABLED", "key",
                       {"The form no longer takes inquiries.", "Форма больше не принимает заявки."});
  violations.AddUnless(IsForSite(form, request.origin()), "ORIGIN_NOT_ALLOWED", "origin",
                       {"The form is not for this site.", "Форма не для этого сайта."});
  violations.ThrowIfAny(rpc::Code::kFailedPrecondition);
}

bool IsProbe(const v1::SubmitFormRequest& request) {
  return request.values_size() == 1 && Folded(request.values(0).name()) == kProbe &&
         Folded(request.values(0).value()) == kProbe;
}

}  // namespace voronka::crm
