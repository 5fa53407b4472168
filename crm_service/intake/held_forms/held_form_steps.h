#pragma once

#include "crm_service/sales/deals/deal_handover.h"
#include "foundation/rpc/calls/session.h"
#include "voronka/crm/v1/held_form.pb.h"

namespace voronka::crm {

v1::ListHeldFormsResponse ListHeldForms(rpc::Session& session, const v1::ListHeldFormsRequest& request);
v1::HeldForm GetHeldForm(rpc::Session& session, const v1::GetHeldFormRequest& request);
v1::CountHeldFormsResponse CountHeldForms(rpc::Session& session, const v1::CountHeldFormsRequest& request);
v1::HeldForm ReleaseHeldForm(rpc::Session& session, const v1::ReleaseHeldFormRequest& request,
                             const DealHandover& handover);
v1::HeldForm DiscardHeldForm(rpc::Session& session, const v1::DiscardHeldFormRequest& request);

}  // namespace voronka::crm
