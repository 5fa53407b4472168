#pragma once

#include "foundation/rpc/calls/session.h"
#include "voronka/crm/v1/contact.pb.h"
#include "voronka/crm/v1/inquiry.pb.h"

namespace voronka::crm {

// Who sent an inquiry.
struct Client {
  v1::Contact contact;
  // The contact was there before.
  bool known;
};

// Finds the client by phone or mail, or makes one; what the inquiry tells anew (a second phone, a mail) is added. The
// contact is locked, so that two inquiries of one client at the same moment come one after the other. A phone that can
// be no number, and a mail that no contact can hold, are kept in the inquiry alone: none is refused for them.
Client FindOrMakeClient(rpc::Session& session, const v1::Inquiry& inquiry);

}  // namespace voronka::crm
