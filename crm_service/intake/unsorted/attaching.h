#pragma once

#include "foundation/rpc/calls/session.h"
#include "voronka/crm/v1/deal.pb.h"
#include "voronka/crm/v1/pipeline.pb.h"

namespace voronka::crm {

// Whether somebody has done something for the deal already that another deal cannot take over.
bool HasWork(rpc::Session& session, const v1::Deal& deal);

// Moves what a client sent, and the notes about it, from a deal to another, whose timeline tells of it. The client
// joins the other's contacts. Both deals must be locked.
v1::Attachment Attach(rpc::Session& session, const v1::Deal& from, const v1::Deal& to);

// Moves it all back from `from` to the deal, which has the attachment and waits in `stage` again. The timeline of the
// other tells of it. Both deals must be locked.
void Detach(rpc::Session& session, const v1::Deal& deal, const v1::Deal& from, const v1::Stage& stage);

}  // namespace voronka::crm
