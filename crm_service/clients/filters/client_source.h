#pragma once

#include <cstdint>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "crm_service/clients/companies/company_points.h"
#include "crm_service/clients/contacts/contact_points.h"
#include "crm_service/clients/filters/client_facts.h"
#include "crm_service/clients/sight/seen_candidates.h"
#include "crm_service/clients/sight/seen_clients.h"
#include "crm_service/fields/filters/narrowing.h"
#include "crm_service/fields/filters/said_values.h"
#include "foundation/rpc/calls/session.h"
#include "foundation/storage/select_by_ids.h"
#include "voronka/crm/v1/company.pb.h"
#include "voronka/crm/v1/contact.pb.h"

namespace voronka::crm {

// Clients with their phones and emails, by id. Sight is not asked.
template <class Client, class Points>
std::unordered_map<int64_t, Client> ReadClients(rpc::Session& session, const std::string& table,
                                                const std::vector<int64_t>& ids) {
  std::unordered_map<int64_t, Client> by_id;
  for (const auto& portion : storage::InPortions(ids)) {
    std::vector<storage::Value> values{session.account_id()};
    values.insert(values.end(), portion.ids.begin(), portion.ids.end());
    auto clients = session.db.SelectWith<Client>(
        "SELECT {columns} FROM " + table + " WHERE account_id = ? AND id IN (" + portion.placeholders + ") ORDER BY id",
        values);
    Points(session).ReadInto(clients);
    for (auto& client : clients) {
      const int64_t id = client.id();
      by_id.emplace(id, std::move(client));
    }
  }
  return by_id;
}

// Contacts, or companies, as filters read them (sift.h).
template <class Client, class Points>
class ClientSource {
 public:
  using Resource = Client;

  ClientSource(rpc::Session& session, v1::Entity kind, FilterPlan& plan)
      : session_(session), plan_(plan), seen_(session, kind), facts_(session, kind, plan) {}

  std::vector<Narrowing> Narrowings() const {
    std::vector<Narrowing> narrowings;
    if (auto seen = SeenCandidates(session_, seen_)) narrowings.push_back(*std::move(seen));
    return narrowings;
  }

  void Read(const std::vector<int64_t>& ids) {
    clients_ = ReadClients<Client, Points>(session_, plan_.table().name, ids);
    for (const int64_t unseen : seen_.UnseenAmong(session_.db, ids)) clients_.erase(unseen);
    facts_.Read(ids);
    ReadCompanies();
  }

  Client* Find(int64_t id) {
    const auto found = clients_.find(id);
    return found == clients_.end() ? nullptr : &found->second;
  }

  std::vector<v1::FieldValue> ValuesOf(const Client& client, const std::string& field) const {
    const bool is_own = SubjectIn(field) == WordFor(plan_.table().subject);
    if (is_own) {
      const auto fact = facts_.Find(KeyIn(field), client.id(), client.responsible_user_id());
      return fact ? YesOrNo(*fact) : SaidValues(client, *plan_.fields().Find(field));
    }
    const auto company = companies_.find(CompanyOf(client));
    if (company == companies_.end()) return {};
    return SaidValues(company->second, *plan_.fields().Find(field));
  }

 private:
  static int64_t CompanyOf(const v1::Contact& contact) { return contact.company_id(); }
  static int64_t CompanyOf(const v1::Company& company) { return company.id(); }

  // Those of contacts.
  void ReadCompanies() {
    companies_.clear();
    if (plan_.table().subject != v1::FILTER_SUBJECT_CONTACTS || !plan_.NamesSome("company")) return;
    std::vector<int64_t> ids;
    for (const auto& [id, client] : clients_) ids.push_back(CompanyOf(client));
    const auto unseen = SeenClients(session_, v1::ENTITY_COMPANY).UnseenAmong(session_.db, ids);
    companies_ = ReadClients<v1::Company, CompanyPoints>(session_, "companies", ids);
    for (const int64_t id : unseen) companies_.erase(id);
  }

  rpc::Session& session_;
  const FilterPlan& plan_;
  const SeenClients seen_;
  ClientFacts facts_;
  std::unordered_map<int64_t, Client> clients_;
  std::unordered_map<int64_t, v1::Company> companies_;
};

using ContactSource = ClientSource<v1::Contact, ContactPoints>;
using CompanySource = ClientSource<v1::Company, CompanyPoints>;

}  // namespace voronka::crm
