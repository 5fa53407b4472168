#pragma once

#include <vector>

#include "crm_service/intake/inquiries/client.h"
#include "foundation/rpc/calls/session.h"
#include "voronka/crm/v1/inquiry.pb.h"

namespace voronka::crm {

// What an inquiry says about the other clients who have its phone, email or messenger.
v1::OtherClients OtherClientsOf(rpc::Session& session, const std::vector<PointOwner>& others);

// Which of their managers do not see the deal that the inquiry is in.
void SayWhoSees(rpc::Session& session, const v1::Deal& deal, v1::OtherClients& others);

// Adds a note to the open deal of each of the inquiry's other clients.
void NoteForOthers(rpc::Session& session, const v1::Inquiry& inquiry);

}  // namespace voronka::crm
