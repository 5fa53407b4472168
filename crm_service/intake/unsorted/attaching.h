#pragma once

#include "foundation/rpc/calls/session.h"
#include "voronka/crm/v1/deal.pb.h"

namespace voronka::crm {

// Whether somebody has done something for the deal already that another deal cannot take over.
bool HasWork(rpc::Session& session, const v1::Deal& deal);

// Moves what a client sent, and the notes about it, from a deal to another, whose timeline tells of it. The client
// joins the other's contacts. Both deals must be locked.
v1::Attachment Attach(rpc::Session& session, const v1::Deal& from, const v1::Deal& to);

// Moves it all back to the deal, which has the attachment. Both deals must be locked.
void Detach(rpc::Session& session, const v1::Deal& deal);

}  // namespace voronka::crm
