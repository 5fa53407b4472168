#include "crm_service/sales/filters/deal_source.h"

#include <fmt/format.h>

#include <optional>
#include <utility>

#include "crm_service/clients/filters/client_source.h"
#include "crm_service/clients/filters/client_tables.h"
#include "crm_service/fields/filters/said_values.h"
#include "crm_service/sales/deals/deals.h"
#include "crm_service/sales/deals/sorting.h"

namespace voronka::crm {

using v1::Deal;
using v1::FieldValue;

namespace {

Sight SightOver(Owners owners) { return owners ? Sight(*std::move(owners)) : Sight(); }

// The deals of clients that an index finds, unless those are too many.
std::optional<Narrowing> DealsOfClients(rpc::Session& session, const char* word, const Narrowing& clients) {
  if (CountCandidates(session, clients) > kMostCandidates) return std::nullopt;
  Narrowing deals{fmt::format("SELECT d.id FROM (SELECT DISTINCT id FROM ({0} LIMIT {1}) k) c "
                              "STRAIGHT_JOIN deals d FORCE INDEX (deals_by_{2}) "
                              "ON d.account_id = ? AND d.{2}_id = c.id WHERE 1 = 1",
                              clients.sql, kMostCandidates, word),
                  clients.values};
  deals.values.emplace_back(session.account_id());
  return deals;
}

template <class Client>
std::vector<FieldValue> ValuesOfClient(const std::unordered_map<int64_t, Client>& clients, int64_t id,
                                       const v1::Field& field) {
  const auto client = clients.find(id);
  if (client == clients.end()) return {};
  return SaidValues(client->second, field);
}

}  // namespace

DealSource::DealSource(rpc::Session& session, FilterPlan& plan, Owners owners)
    : session_(session), plan_(plan), owners_(SightOver(std::move(owners))), facts_(session, plan) {
  if (!owners_.is_whole()) plan.NarrowToUsers("deal.responsible_user_id", *owners_.owners());
}

std::vector<Narrowing> DealSource::Narrowings() {
  auto narrowings = facts_.Narrowings();
  AddThroughClients("contact", narrowings);
  AddThroughClients("company", narrowings);
  return narrowings;
}

void DealSource::AddThroughClients(const char* word, std::vector<Narrowing>& narrowings) {
  if (!plan_.NamesSome(word)) return;
  const auto& table = WordFor(v1::FILTER_SUBJECT_CONTACTS) == word ? ContactTable() : CompanyTable();
  for (const auto& clients : NarrowingsOf(table, plan_.fields(), plan_.constraints(), session_.account_id())) {
    if (auto deals = DealsOfClients(session_, word, clients)) narrowings.push_back(*std::move(deals));
  }
}

void DealSource::Read(const std::vector<int64_t>& ids) {
  deals_.clear();
  for (auto& deal : Deals(session_).WithIds(ids)) {
    if (IsAttached(deal) || !owners_.Covers(deal.responsible_user_id())) continue;
    const int64_t id = deal.id();
    deals_.emplace(id, std::move(deal));
  }
  facts_.Read(ids);
  ReadClientsOfDeals();
}

void DealSource::ReadClientsOfDeals() {
  std::vector<int64_t> contacts;
  std::vector<int64_t> companies;
  for (const auto& [id, deal] : deals_) {
    contacts.push_back(deal.contact_id());
    companies.push_back(deal.company_id());
  }
  if (plan_.NamesSome("contact")) {
    contacts_ = ReadClients<v1::Contact, ContactPoints>(session_, "contacts", contacts);
  }
  if (plan_.NamesSome("company")) {
    companies_ = ReadClients<v1::Company, CompanyPoints>(session_, "companies", companies);
  }
}

Deal* DealSource::Find(int64_t id) {
  const auto found = deals_.find(id);
  return found == deals_.end() ? nullptr : &found->second;
}

std::vector<FieldValue> DealSource::ValuesOf(const Deal& deal, const std::string& field) const {
  if (auto fact = facts_.Find(field, deal)) return *std::move(fact);
  const auto& definition = *plan_.fields().Find(field);
  const auto subject = SubjectIn(field);
  if (subject == "contact") return ValuesOfClient(contacts_, deal.contact_id(), definition);
  if (subject == "company") return ValuesOfClient(companies_, deal.company_id(), definition);
  return SaidValues(deal, definition);
}

}  // namespace voronka::crm
