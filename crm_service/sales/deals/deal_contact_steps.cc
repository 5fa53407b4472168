#include "crm_service/sales/deals/deal_contact_steps.h"

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "crm_service/clients/contacts/contacts.h"
#include "crm_service/clients/sight/seen_clients.h"
#include "crm_service/sales/deals/deal_access.h"
#include "crm_service/sales/deals/deal_contacts.h"
#include "crm_service/sales/deals/deal_lock.h"
#include "crm_service/sales/sight/seen_deals.h"
#include "crm_service/sales/timeline/timeline.h"
#include "foundation/rpc/requests/created.h"
#include "foundation/rpc/requests/error.h"
#include "foundation/rpc/requests/etag.h"

namespace voronka::crm {

using rpc::Session;
using v1::Deal;
using v1::DealContact;
using v1::TimelineEntry;

namespace {

constexpr int kMostContacts = 50;

void CheckIsNew(const Deal& deal, const std::vector<DealContact>& others, int64_t contact_id) {
  const bool has_it = deal.contact_id() == contact_id ||
                      std::ranges::find(others, contact_id, &DealContact::contact_id) != others.end();
  if (has_it) {
    throw rpc::Error(rpc::Code::kAlreadyExists, {"DEAL_CONTACT_EXISTS",
                                                 "deal_contact.contact_id",
                                                 {"The deal has this contact.", "Этот контакт уже есть в сделке."}});
  }
  if (std::ssize(others) < kMostContacts) return;
  throw rpc::Error(rpc::Code::kFailedPrecondition,
                   {"TOO_MANY",
                    "deal_contact.contact_id",
                    {fmt::format("A deal has at most {} contacts besides the main one.", kMostContacts),
                     fmt::format("В сделке может быть не больше {} контактов, кроме основного.", kMostContacts)}});
}

// The timeline names people as they were called then.
std::string NameOf(const v1::Contact& contact, const std::string& role) {
  std::string name = contact.name();
  if (name.empty() && !contact.phones().empty()) name = contact.phones(0);
  if (name.empty() && !contact.emails().empty()) name = contact.emails(0);
  return role.empty() ? name : name + ", " + role;
}

void Tell(Session& session, const DealContact& deal_contact, TimelineEntry::Kind kind) {
  TimelineEntry entry;
  entry.set_deal_id(deal_contact.deal_id());
  entry.set_kind(kind);
  entry.set_text(NameOf(Contacts(session).Get(deal_contact.contact_id()), deal_contact.role()));
  Timeline(session).Add(std::move(entry));
}

// Locks the deal and checks that the caller may change it.
Deal LockForChange(Session& session, int64_t deal_id) {
  auto locked = LockDeal(session, deal_id);
  CheckMayChange(session, locked.deal);
  return std::move(locked.deal);
}

// The same for the deal of a contact, which is read again under the lock.
DealContact LockForChange(Session& session, const DealContact& read) {
  LockForChange(session, read.deal_id());
  return DealContacts(session).Lock(read.id());
}

}  // namespace

DealContact CreateDealContact(Session& session, const v1::CreateDealContactRequest& request) {
  const auto& draft = request.deal_contact();
  const auto deal = LockForChange(session, draft.deal_id());
  rpc::Violations violations;
  const bool is_known =
      Contacts(session).FindForWrite(draft.contact_id()).has_value() && SeesContact(session, draft.contact_id());
  violations.AddUnless(is_known, "UNKNOWN_CONTACT", "deal_contact.contact_id",
                       {"There is no such contact.", "Такого контакта нет."});
  violations.ThrowIfAny();
  DealContacts table(session);
  CheckIsNew(deal, table.Of(deal.id()), draft.contact_id());
  auto added = table.Add(rpc::Created(draft));
  Tell(session, added, TimelineEntry::KIND_CONTACT_ADDED);
  return added;
}

DealContact UpdateDealContact(Session& session, const v1::UpdateDealContactRequest& request) {
  DealContacts table(session);
  const auto before = LockForChange(session, table.Get(request.deal_contact_id()));
  const auto after = rpc::Updated(before, request.deal_contact(), request);
  return after ? table.Save(before, *after) : before;
}

google::protobuf::Empty DeleteDealContact(Session& session, const v1::DeleteDealContactRequest& request) {
  DealContacts table(session);
  const auto last = LockForChange(session, table.Get(request.deal_contact_id()));
  table.Remove(last);
  Tell(session, last, TimelineEntry::KIND_CONTACT_REMOVED);
  return {};
}

v1::ListDealContactsResponse ListDealContacts(Session& session, const v1::ListDealContactsRequest& request) {
  GetSeenDeal(session, request.deal_id());
  v1::ListDealContactsResponse response;
  for (auto& listed : DealContacts(session).Of(request.deal_id())) *response.add_deal_contacts() = std::move(listed);
  return response;
}

}  // namespace voronka::crm
