#pragma once

#include "foundation/rpc/calls/session.h"
#include "voronka/crm/v1/form.pb.h"

namespace voronka::crm {

// Of FormService. The session is of no account: the form's key tells it.
v1::SubmitFormResponse SubmitForm(rpc::Session& session, const v1::SubmitFormRequest& request);

}  // namespace voronka::crm
