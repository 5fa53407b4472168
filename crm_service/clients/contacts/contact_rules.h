#pragma once

#include "crm_service/clients/contacts/contact_point.h"
#include "foundation/rpc/calls/caller.h"
#include "foundation/rpc/requests/error.h"
#include "voronka/crm/v1/contact.pb.h"

namespace voronka::crm {

// Rewrites phones and mails as they are compared, each once. Adds what is wrong with what a caller says of a contact: a
// phone that can be none (MALFORMED), a mail that is too long then (TOO_LONG), nothing to know them by (REQUIRED).
void Normalise(v1::Contact& contact, rpc::Violations& violations);

// Throws PERMISSION_DENIED (NOT_RESPONSIBLE) for another manager's contact, unless the caller leads sales.
void CheckMayChange(const rpc::Caller& caller, const v1::Contact& contact);

// As many as people may write down: who writes from ever new addresses must not make a contact that grows without end.
bool HasRoomFor(const ContactPoint& point, const v1::Contact& contact);

}  // namespace voronka::crm
