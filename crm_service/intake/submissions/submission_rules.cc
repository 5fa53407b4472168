#include "crm_service/intake/submissions/submission_rules.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

#include "crm_service/intake/forms/form_fields.h"
#include "crm_service/intake/forms/form_rules.h"
#include "crm_service/intake/forms/site_origin.h"
#include "foundation/rpc/requests/error.h"

namespace voronka::crm {
namespace {

constexpr char kProbe[] = "test";
constexpr char kVkType[] = "type";

bool IsForSite(const v1::Form& form, const std::string& origin) {
  if (form.allowed_origins().empty() || origin.empty()) return true;
  // A browser sends an origin in one notation alone, and compares it letter by letter. A page without one, such as one
  // opened from a disk, sends `null`.
  return std::ranges::any_of(form.allowed_origins(),
                             [&](const std::string& allowed) { return SiteOrigin(allowed) == origin; });
}

bool IsTest(const v1::FormValue& value) { return Folded(value.name()) == kProbe && Folded(value.value()) == kProbe; }

// `{"type": "confirmation", "group_id": 5}`: VK asks whether the address belongs to the community's owner.
bool IsOfVkConfirmation(const v1::FormValue& value) {
  constexpr std::array<std::string_view, 4> kBesides = {"group_id", "secret", "event_id", "v"};
  return value.name() == kVkType ? value.value() == "confirmation"
                                 : std::ranges::find(kBesides, value.name()) != kBesides.end();
}

// `{"object": "page", "entry": [{"changes": [{"field": "leadgen", "value": {"leadgen_id": …}}]}]}`: Facebook says that
// there is a lead, and not what is in it. A lead's values are not under `entry` (the gateway names them as they name
// themselves).
bool IsOfFacebookPing(const v1::FormValue& value) {
  return value.name() == "object" || value.name().starts_with("entry.");
}

bool HasName(const v1::SubmitFormRequest& request, std::string_view ending) {
  return std::ranges::any_of(request.values(),
                             [&](const v1::FormValue& value) { return value.name().ends_with(ending); });
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
  const auto& values = request.values();
  if (values.size() == 1 && IsTest(values[0])) return true;
  return (HasName(request, kVkType) && std::ranges::all_of(values, IsOfVkConfirmation)) ||
         (HasName(request, ".leadgen_id") && std::ranges::all_of(values, IsOfFacebookPing));
}

}  // namespace voronka::crm
