#pragma once

#include "voronka/crm/v1/form.pb.h"

namespace voronka::crm {

// Throws FAILED_PRECONDITION when the form is disabled (FORM_DISABLED) or does not accept submissions from this site
// (ORIGIN_NOT_ALLOWED).
void CheckTakes(const v1::Form& form, const v1::SubmitFormRequest& request);

// Whether no client has sent it: a site builder that is told the form's address asks with `test=test` whether somebody
// listens there, as Tilda does; VK asks for a confirmation; Facebook says that it has a lead, without what is in it.
bool IsProbe(const v1::SubmitFormRequest& request);

}  // namespace voronka::crm
