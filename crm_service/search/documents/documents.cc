#include "crm_service/search/documents/documents.h"

#include <unicode/unistr.h>

#include <algorithm>
#include <map>
#include <string>
#include <utility>

#include "crm_service/clients/companies/company_points.h"
#include "crm_service/clients/contacts/contact_points.h"
#include "crm_service/clients/sight/seen_clients.h"
#include "crm_service/sales/deals/sorting.h"
#include "crm_service/search/documents/own_field_texts.h"
#include "foundation/storage/select_by_ids.h"
#include "voronka/crm/v1/company.pb.h"
#include "voronka/crm/v1/contact.pb.h"
#include "voronka/crm/v1/deal.pb.h"
#include "voronka/crm/v1/task.pb.h"

namespace voronka::crm {

using v1::Company;
using v1::Contact;
using v1::Deal;
using v1::SearchResult;
using v1::Task;

namespace {

using Ids = std::vector<int64_t>;

constexpr int32_t kMostOfTask = 200;

template <class Resource>
std::vector<Resource> WithIds(rpc::Session& session, const std::string& table, const Ids& ids) {
  auto found = storage::SelectByIds<Resource>(
      session.db, "SELECT {columns} FROM " + table + " WHERE account_id = ? AND id IN ({ids})", {session.account_id()},
      ids);
  std::ranges::sort(found, {}, [](const Resource& resource) { return resource.id(); });
  return found;
}

std::vector<Contact> ContactsWithIds(rpc::Session& session, const Ids& ids) {
  auto contacts = WithIds<Contact>(session, "contacts", ids);
  ContactPoints(session).ReadInto(contacts);
  return contacts;
}

std::vector<Company> CompaniesWithIds(rpc::Session& session, const Ids& ids) {
  auto companies = WithIds<Company>(session, "companies", ids);
  CompanyPoints(session).ReadInto(companies);
  return companies;
}

template <class Resource>
std::map<int64_t, Resource> ById(std::vector<Resource> resources) {
  std::map<int64_t, Resource> by_id;
  for (auto& resource : resources) {
    const int64_t id = resource.id();
    by_id.emplace(id, std::move(resource));
  }
  return by_id;
}

// The ids that a field of the resources names.
template <class Resource, class Named>
Ids NamedBy(const std::vector<Resource>& resources, const Named& named) {
  Ids ids;
  for (const auto& resource : resources) ids.push_back(named(resource));
  return ids;
}

template <class Resource>
const Resource* Among(const std::map<int64_t, Resource>& by_id, int64_t id) {
  const auto found = by_id.find(id);
  return found == by_id.end() ? nullptr : &found->second;
}

void AddText(std::vector<SearchText>& texts, const char* field, const std::string& text) {
  if (!text.empty()) texts.push_back({field, text});
}

template <class Texts>
void AddEach(std::vector<SearchText>& texts, const char* field, const Texts& each, bool are_phones) {
  for (const auto& text : each) texts.push_back({field, text, are_phones});
}

// `telegram:ivanov` is found by its words, `whatsapp:+79161234567` by its phone.
void AddMessengers(std::vector<SearchText>& texts, const Contact& contact) {
  for (const auto& messenger : contact.messengers()) {
    const auto account = messenger.substr(messenger.find(':') + 1);
    const bool is_phone = account.starts_with('+');
    texts.push_back({"contact.messengers", is_phone ? account : messenger, is_phone});
  }
}

void AddContact(std::vector<SearchText>& texts, const Contact& contact) {
  AddText(texts, "contact.name", contact.name());
  AddEach(texts, "contact.phones", contact.phones(), true);
  AddEach(texts, "contact.emails", contact.emails(), false);
  AddMessengers(texts, contact);
}

void AddCompany(std::vector<SearchText>& texts, const Company& company) {
  AddText(texts, "company.name", company.name());
  AddText(texts, "company.tax_number", company.tax_number());
}

SearchDocument Begun(SearchResult::Kind kind, int64_t id, const std::string& name) {
  SearchDocument document;
  document.shown.set_kind(kind);
  document.shown.set_id(id);
  document.shown.set_name(name);
  return document;
}

// Of each deal, the main contact and then the others.
std::map<int64_t, Ids> ContactIdsOf(rpc::Session& session, const std::vector<Deal>& deals) {
  std::map<int64_t, Ids> contacts;
  for (const auto& deal : deals) contacts[deal.id()].push_back(deal.contact_id());
  for (const auto& portion : storage::InPortions(NamedBy(deals, [](const Deal& deal) { return deal.id(); }))) {
    std::vector<storage::Value> values{session.account_id()};
    values.insert(values.end(), portion.ids.begin(), portion.ids.end());
    for (const auto& row :
         session.db.QueryWith("SELECT deal_id, contact_id FROM deal_contacts WHERE account_id = ? AND deal_id IN (" +
                                  portion.placeholders + ") ORDER BY id",
                              values)) {
      contacts[row.Int(0)].push_back(row.Int(1));
    }
  }
  return contacts;
}

Ids AllOf(const std::map<int64_t, Ids>& lists) {
  Ids all;
  for (const auto& [id, list] : lists) all.insert(all.end(), list.begin(), list.end());
  return all;
}

std::vector<SearchDocument> DealDocuments(rpc::Session& session, const Ids& ids) {
  const auto deals = WithIds<Deal>(session, "deals", ids);
  const auto contact_ids = ContactIdsOf(session, deals);
  const auto contacts = ById(ContactsWithIds(session, AllOf(contact_ids)));
  const auto companies =
      ById(WithIds<Company>(session, "companies", NamedBy(deals, [](const Deal& deal) { return deal.company_id(); })));
  const OwnFieldTexts own(session, v1::ENTITY_DEAL);
  std::vector<SearchDocument> documents;
  for (const auto& deal : deals) {
    if (IsAttached(deal)) continue;
    auto document = Begun(SearchResult::KIND_DEAL, deal.id(), deal.name());
    AddText(document.texts, "deal.name", deal.name());
    const auto* contact = Among(contacts, deal.contact_id());
    const auto* company = Among(companies, deal.company_id());
    for (const int64_t id : contact_ids.at(deal.id())) {
      if (const auto* each = Among(contacts, id)) AddContact(document.texts, *each);
    }
    if (company != nullptr) AddCompany(document.texts, *company);
    own.AddTo(document.texts, deal.fields());
    if (company != nullptr) document.shown.set_client_name(company->name());
    if (contact != nullptr && !contact->name().empty()) document.shown.set_client_name(contact->name());
    document.shown.set_pipeline(deal.pipeline());
    document.shown.set_stage(deal.stage());
    document.shown.set_closed(deal.state() != Deal::STATE_OPEN);
    documents.push_back(std::move(document));
  }
  return documents;
}

// A contact may be seen for a deal, and its company not.
std::map<int64_t, Company> SeenCompaniesOf(rpc::Session& session, const std::vector<Contact>& contacts) {
  const auto ids = NamedBy(contacts, [](const Contact& contact) { return contact.company_id(); });
  auto companies = ById(WithIds<Company>(session, "companies", ids));
  for (const int64_t unseen : SeenClients(session, v1::ENTITY_COMPANY).UnseenAmong(session.db, ids)) {
    companies.erase(unseen);
  }
  return companies;
}

std::vector<SearchDocument> ContactDocuments(rpc::Session& session, const Ids& ids) {
  const auto contacts = ContactsWithIds(session, ids);
  const auto companies = SeenCompaniesOf(session, contacts);
  const OwnFieldTexts own(session, v1::ENTITY_CONTACT);
  std::vector<SearchDocument> documents;
  for (const auto& contact : contacts) {
    auto document = Begun(SearchResult::KIND_CONTACT, contact.id(), contact.name());
    AddContact(document.texts, contact);
    AddText(document.texts, "contact.job_title", contact.job_title());
    const auto* company = Among(companies, contact.company_id());
    if (company != nullptr) {
      AddCompany(document.texts, *company);
      document.shown.set_client_name(company->name());
    }
    own.AddTo(document.texts, contact.fields());
    documents.push_back(std::move(document));
  }
  return documents;
}

std::vector<SearchDocument> CompanyDocuments(rpc::Session& session, const Ids& ids) {
  const OwnFieldTexts own(session, v1::ENTITY_COMPANY);
  std::vector<SearchDocument> documents;
  for (const auto& company : CompaniesWithIds(session, ids)) {
    auto document = Begun(SearchResult::KIND_COMPANY, company.id(), company.name());
    AddCompany(document.texts, company);
    AddEach(document.texts, "company.phones", company.phones(), true);
    AddEach(document.texts, "company.emails", company.emails(), false);
    AddText(document.texts, "company.site", company.site());
    own.AddTo(document.texts, company.fields());
    documents.push_back(std::move(document));
  }
  return documents;
}

std::string BeginningOf(const std::string& text) {
  const auto whole = icu::UnicodeString::fromUTF8(text);
  if (whole.countChar32() <= kMostOfTask) return text;
  std::string beginning;
  return whole.tempSubStringBetween(0, whole.moveIndex32(0, kMostOfTask)).toUTF8String(beginning) + "…";
}

std::vector<SearchDocument> TaskDocuments(rpc::Session& session, const Ids& ids) {
  std::vector<SearchDocument> documents;
  for (const auto& task : WithIds<Task>(session, "tasks", ids)) {
    auto document = Begun(SearchResult::KIND_TASK, task.id(), BeginningOf(task.text()));
    AddText(document.texts, "task.text", task.text());
    document.shown.set_deal_id(task.deal_id());
    document.shown.set_closed(task.state() == Task::STATE_COMPLETED);
    documents.push_back(std::move(document));
  }
  return documents;
}

std::vector<SearchDocument> OldestFirst(rpc::Session& session, SearchResult::Kind kind, const Ids& ids) {
  switch (kind) {
    case SearchResult::KIND_DEAL:
      return DealDocuments(session, ids);
    case SearchResult::KIND_CONTACT:
      return ContactDocuments(session, ids);
    case SearchResult::KIND_COMPANY:
      return CompanyDocuments(session, ids);
    case SearchResult::KIND_TASK:
      return TaskDocuments(session, ids);
    default:
      return {};
  }
}

}  // namespace

std::vector<SearchDocument> ReadDocuments(rpc::Session& session, SearchResult::Kind kind, const Ids& ids) {
  auto documents = OldestFirst(session, kind, ids);
  std::ranges::reverse(documents);
  return documents;
}

}  // namespace voronka::crm
