#pragma once

#include <cstdint>
#include <vector>

#include "crm_service/clients/identity/contact_point.h"
#include "foundation/rpc/calls/session.h"
#include "voronka/crm/v1/contact.pb.h"
#include "voronka/crm/v1/inquiry.pb.h"

namespace voronka::crm {

// A contact that has a point of somebody else's inquiry.
struct PointOwner {
  int64_t contact_id;
  ContactPoint point;
};

// Who sent an inquiry.
struct Client {
  v1::Contact contact;
  // The contact existed before this inquiry.
  bool known;
  // The other contacts that have one of its points, each once.
  std::vector<PointOwner> others;
};

// Finds the client by phone, email or messenger, or creates one; adds what is new in the inquiry (a second phone, an
// email, a name for a contact that has none). Locks the contact, so that two simultaneous inquiries of one client are
// handled one after the other. A phone, an email or a messenger that no contact can hold stays in the inquiry alone and
// does not get it refused.
Client FindOrMakeClient(rpc::Session& session, const v1::Inquiry& inquiry);

}  // namespace voronka::crm
