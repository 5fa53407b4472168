#include "crm_service/intake/held_forms/hold_form.h"

#include <utility>

#include "crm_service/intake/held_forms/held_form_rules.h"
#include "crm_service/intake/held_forms/held_forms.h"

namespace voronka::crm {

void HoldForm(rpc::Session& session, int64_t form_id, v1::Inquiry inquiry, const std::string& trap) {
  v1::HeldForm held;
  held.set_form_id(form_id);
  held.set_state(v1::HeldForm::STATE_WAITING);
  held.set_trap(trap);
  *held.mutable_inquiry() = std::move(inquiry);
  HeldForms held_forms(session);
  if (held_forms.Add(std::move(held))) CheckRoomFor(held_forms.Lately(form_id));
}

}  // namespace voronka::crm
