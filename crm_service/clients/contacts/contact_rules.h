#pragma once

#include <cstdint>

#include "crm_service/clients/identity/contact_point.h"
#include "foundation/rpc/calls/caller.h"
#include "foundation/rpc/requests/error.h"
#include "voronka/crm/v1/contact.pb.h"

namespace voronka::crm {

// Normalises the name, phones, emails and messengers and drops duplicates; leaves those that the contact had `before`
// as they are. Adds violations for an item without a phone or an email, or with something that may be another email
// (MALFORMED), an email that is too long once normalised (TOO_LONG), an account of no known network (MALFORMED), more
// of a kind than allowed and than before (TOO_MANY), and a contact with neither a name nor any of these (REQUIRED).
void Normalise(const v1::Contact& before, v1::Contact& contact, rpc::Violations& violations);

// Adds PAST if the contact is not to be disturbed until a time that has passed, unless it was so `before`. `now`: in
// microseconds.
void CheckDoNotDisturb(const v1::Contact& before, const v1::Contact& contact, int64_t now, rpc::Violations& violations);

// Throws PERMISSION_DENIED (NOT_RESPONSIBLE) for another manager's contact, unless the caller leads sales.
void CheckMayChange(const rpc::Caller& caller, const v1::Contact& contact);

// Inquiries may not add more points than people may write down: somebody who writes from a new address each time must
// not make a contact grow without end. Nor is there room for a point that the contact has.
bool HasRoomFor(const ContactPoint& point, const v1::Contact& contact);

}  // namespace voronka::crm
