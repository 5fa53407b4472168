#pragma once

#include "voronka/crm/v1/form.pb.h"

namespace voronka::crm {

// Throws FAILED_PRECONDITION (FORM_DISABLED, ORIGIN_NOT_ALLOWED) where the form does not take what comes from there.
void CheckTakes(const v1::Form& form, const v1::SubmitFormRequest& request);

}  // namespace voronka::crm
