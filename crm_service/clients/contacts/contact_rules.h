#pragma once

#include "crm_service/clients/contacts/contact_point.h"
#include "foundation/rpc/calls/caller.h"
#include "foundation/rpc/requests/error.h"
#include "voronka/crm/v1/contact.pb.h"

namespace voronka::crm {

// Normalises phones and emails and drops duplicates. Adds violations for a phone that cannot exist (MALFORMED), an
// email that is too long once normalised (TOO_LONG), and a contact with neither a name nor a phone nor an email
// (REQUIRED).
void Normalise(v1::Contact& contact, rpc::Violations& violations);

// Throws PERMISSION_DENIED (NOT_RESPONSIBLE) for another manager's contact, unless the caller leads sales.
void CheckMayChange(const rpc::Caller& caller, const v1::Contact& contact);

// Inquiries may not add more points than people may write down: somebody who writes from a new address each time must
// not make a contact grow without end.
bool HasRoomFor(const ContactPoint& point, const v1::Contact& contact);

}  // namespace voronka::crm
