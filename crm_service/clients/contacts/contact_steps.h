#pragma once

#include <functional>
#include <optional>

#include "crm_service/fields/values/checked_fields.h"
#include "foundation/rpc/calls/session.h"
#include "foundation/rpc/requests/error.h"
#include "voronka/crm/v1/contact.pb.h"

namespace voronka::crm {

// Adds why a contact may not change so. A later wing knows what relies on contacts; crm.cc registers it.
using ContactGuard = std::function<void(rpc::Session& session, const v1::Contact& before, const v1::Contact& after,
                                        rpc::Violations& violations)>;

// A contact that is locked, and what a request makes of it.
struct ContactEdit {
  v1::Contact before;
  // Nothing: it changes nothing.
  std::optional<v1::Contact> after;
};

// Normalises a contact that a request wants to be so, and adds what is wrong with it, at `contact.…`.
void CheckContact(rpc::Session& session, const v1::Contact& before, v1::Contact& contact, rpc::Violations& violations,
                  Uniqueness uniqueness = Uniqueness::kChecked);
// Whoever has one of the phones and emails, or else a new contact. `typed` has been checked.
v1::Contact MatchedOrMade(rpc::Session& session, v1::Contact typed);

v1::Contact CreateContact(rpc::Session& session, const v1::CreateContactRequest& request);
v1::Contact GetContact(rpc::Session& session, const v1::GetContactRequest& request);
// An update in three parts. What a request makes of the contact, which it locks; adds what is wrong with that. Throws
// NOT_FOUND, PERMISSION_DENIED (NOT_RESPONSIBLE) and ABORTED (STALE_ETAG).
ContactEdit EditContact(rpc::Session& session, const v1::UpdateContactRequest& request, rpc::Violations& violations);
// Adds what forbids an edit with which nothing is wrong: USER_DISABLED, and what `guard` says. May come after Save.
void CheckMaySave(rpc::Session& session, const ContactEdit& edit, const ContactGuard& guard,
                  rpc::Violations& violations);
// Throws ALREADY_EXISTS (CONTACT_EXISTS).
v1::Contact Save(rpc::Session& session, const ContactEdit& edit);
v1::Contact UpdateContact(rpc::Session& session, const v1::UpdateContactRequest& request, const ContactGuard& guard);
v1::ListContactsResponse ListContacts(rpc::Session& session, const v1::ListContactsRequest& request);

}  // namespace voronka::crm
