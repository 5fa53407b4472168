#pragma once

#include "foundation/rpc/error.h"
#include "voronka/crm/v1/form.pb.h"

namespace voronka::crm {

// Takes nothing any more, and leaves the lists.
inline bool IsArchived(const v1::Form& form) { return form.has_archive_time(); }

// What is wrong with a form that an admin writes: an unknown target of a field (UNKNOWN_TARGET), consent that is
// required to nothing (CONSENT_TEXT_REQUIRED).
void CheckForm(const v1::Form& form, rpc::Violations& violations);

// Throws FAILED_PRECONDITION (FORM_DISABLED, ORIGIN_NOT_ALLOWED) where the form does not take what comes from there.
void CheckTakes(const v1::Form& form, const v1::SubmitFormRequest& request);

}  // namespace voronka::crm
