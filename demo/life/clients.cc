#include "demo/life/invented_company.h"
#include "demo/life/living_deal.h"
#include "voronka/crm/v1/company.pb.h"
#include "voronka/crm/v1/contact.pb.h"

// Who the deal is with.
namespace voronka::demo {
namespace {

using crm::v1::Company;
using crm::v1::Contact;

// Some clients come again.
constexpr int kComeAgain = 15;
// Of what one may know about a client.
constexpr int kAreKnown = 50;
// Colleagues who buy together.
constexpr int kColleagues = 2;

int ClientNumber(LivingDeal& deal) {
  const int number = deal.plan.number;
  const bool came_before = deal.chance.Percent(kComeAgain) && !deal.clients.contacts.empty();
  return came_before ? deal.chance.OneOf(deal.clients.contacts).first : number;
}

// 0: they buy for themselves.
int64_t EmployerOf(LivingDeal& deal, int client) {
  const int number = client / kColleagues;
  if (!Chance(deal.seed, "employer", static_cast<uint64_t>(number)).Percent(deal.trade.companies)) return 0;
  const auto known = deal.clients.companies.find(number);
  if (known != deal.clients.companies.end()) return known->second;
  crm::v1::CreateCompanyRequest request;
  *request.mutable_company() = CompanyNumber(deal.seed, number);
  return deal.clients.companies[number] = deal.manager().Call<Company>(request).id();
}

void TellWhatIsKnown(LivingDeal& deal, Contact& contact) {
  for (const auto& field : deal.office.fields(crm::v1::ENTITY_CONTACT).fields()) {
    if (field.system() || !deal.chance.Percent(kAreKnown)) continue;
    (*contact.mutable_fields())[field.key()] = InventedValue(field, deal.circumstances, deal.chance);
  }
}

Contact ContactOf(LivingDeal& deal, int client) {
  const InventedPerson person = PersonNumber(deal.seed, client);
  Contact contact;
  contact.set_name(person.name);
  contact.add_phones(person.phone);
  if (!person.email.empty()) contact.add_emails(person.email);
  contact.set_company_id(EmployerOf(deal, client));
  if (contact.company_id() != 0) contact.set_job_title(person.job_title);
  TellWhatIsKnown(deal, contact);
  return contact;
}

}  // namespace

void MeetClient(LivingDeal& deal) {
  const int client = ClientNumber(deal);
  const auto known = deal.clients.contacts.find(client);
  if (known != deal.clients.contacts.end()) {
    deal.contact_id = known->second;
    return;
  }
  crm::v1::CreateContactRequest request;
  *request.mutable_contact() = ContactOf(deal, client);
  deal.contact_id = deal.clients.contacts[client] = deal.manager().Call<Contact>(request).id();
}

Clients KnownClients(Office& office, const std::vector<PlannedDeal>& plan) {
  Clients clients;
  for (const PlannedDeal& planned : plan) {
    crm::v1::ListContactsRequest request;
    request.set_phone(InventedPhone(planned.number));
    const auto found = office.site().Call<crm::v1::ListContactsResponse>(request);
    if (found.contacts().empty()) continue;
    const Contact& contact = found.contacts(0);
    clients.contacts[planned.number] = contact.id();
    if (contact.company_id() != 0) clients.companies[planned.number / kColleagues] = contact.company_id();
  }
  return clients;
}

}  // namespace voronka::demo
