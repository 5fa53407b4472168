#pragma once

#include "crm_service/sales/deals/deal_handover.h"
#include "foundation/rpc/calls/session.h"
#include "voronka/crm/v1/form.pb.h"

namespace voronka::crm {

// FormService.SubmitForm. The session belongs to no account: the form's key says which one it is.
v1::SubmitFormResponse SubmitForm(rpc::Session& session, const v1::SubmitFormRequest& request,
                                  const DealHandover& handover);

}  // namespace voronka::crm
