#pragma once

#include "crm_service/clients/companies/companies.h"
#include "crm_service/clients/companies/company_rules.h"
#include "crm_service/clients/companies/company_steps.h"
#include "crm_service/clients/contacts/contact_points.h"
#include "crm_service/clients/contacts/contact_rules.h"
#include "crm_service/clients/contacts/contact_steps.h"
#include "crm_service/clients/contacts/contacts.h"
#include "crm_service/clients/merges/client_links.h"
#include "crm_service/clients/sight/seen_clients.h"
#include "voronka/crm/v1/merge.pb.h"

namespace voronka::crm {

// What merges need of the rest of the service.
struct MergeHooks {
  ContactGuard contact;
  CompanyGuard company;
  PassDeal pass_deal;
};

// What a merge keeps of the two clients.
template <class Client>
struct MergedClients {
  Client merged;
  // The survivor.
  Client before;
  Client after;
};

// What is particular to merging contacts, or companies.
template <class Client>
struct MergedAs;

template <>
struct MergedAs<v1::Contact> {
  using Table = Contacts;
  static constexpr auto kKind = v1::CLIENT_KIND_CONTACT;

  static bool Sees(rpc::Session& session, int64_t id) { return SeesContact(session, id); }
  static void Check(rpc::Session& session, const v1::Contact& before, v1::Contact& after, rpc::Violations& violations) {
    CheckContact(session, before, after, violations);
  }
  static const ContactGuard& GuardIn(const MergeHooks& hooks) { return hooks.contact; }

  static v1::Contact Save(rpc::Session& session, const v1::Contact& before, const v1::Contact& after) {
    ContactPoints(session).Replace(before, after);
    return Contacts(session).Save(before, after);
  }
  static void TakeAway(rpc::Session& session, const v1::Contact& last) {
    ContactPoints(session).ReleaseAllOf(last);
    Contacts(session).TakeAway(last);
  }
  static void PutBack(rpc::Session& session, const v1::Contact& contact) {
    ContactPoints(session).ClaimAllOf(contact);
    Contacts(session).PutBack(contact);
  }
  // Whether two of them may have it at a time.
  static bool MayBothHave(rpc::Session& session, const ContactPoint& point) {
    return point.kind == ContactPoint::kTypedPhone || ContactPoints(session).IsShared(point);
  }

  static void Keep(const MergedClients<v1::Contact>& clients, v1::MergeRecord& record) {
    *record.mutable_merged_contact() = clients.merged;
    *record.mutable_contact_before() = clients.before;
    *record.mutable_contact_after() = clients.after;
  }
  static MergedClients<v1::Contact> KeptIn(const v1::MergeRecord& record) {
    return {record.merged_contact(), record.contact_before(), record.contact_after()};
  }
};

template <>
struct MergedAs<v1::Company> {
  using Table = Companies;
  static constexpr auto kKind = v1::CLIENT_KIND_COMPANY;

  static bool Sees(rpc::Session& session, int64_t id) { return SeesCompany(session, id); }
  static void Check(rpc::Session& session, const v1::Company& before, v1::Company& after, rpc::Violations& violations) {
    CheckCompany(session, before, after, violations);
  }
  static const CompanyGuard& GuardIn(const MergeHooks& hooks) { return hooks.company; }

  static v1::Company Save(rpc::Session& session, const v1::Company& before, const v1::Company& after) {
    return Companies(session).Save(before, after);
  }
  static void TakeAway(rpc::Session& session, const v1::Company& last) { Companies(session).TakeAway(last); }
  static void PutBack(rpc::Session& session, const v1::Company& company) { Companies(session).PutBack(company); }
  static bool MayBothHave(rpc::Session& /*session*/, const ContactPoint& /*point*/) { return true; }

  static void Keep(const MergedClients<v1::Company>& clients, v1::MergeRecord& record) {
    *record.mutable_merged_company() = clients.merged;
    *record.mutable_company_before() = clients.before;
    *record.mutable_company_after() = clients.after;
  }
  static MergedClients<v1::Company> KeptIn(const v1::MergeRecord& record) {
    return {record.merged_company(), record.company_before(), record.company_after()};
  }
};

}  // namespace voronka::crm
