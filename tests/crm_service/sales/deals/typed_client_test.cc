#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/crm_service/clients/companies/company_calls.h"
#include "tests/crm_service/race.h"
#include "tests/support/parsed.h"

namespace voronka::testing {
namespace {

using namespace crm::v1;
using ::testing::ElementsAre;
using ::testing::IsSupersetOf;
using ::testing::UnorderedElementsAre;

constexpr const char* kPhone = "+79161234567";

CreateDealRequest Typing(const std::string& name, const std::string& phone, const std::string& company = "") {
  auto request = NewDeal();
  request.mutable_contact()->set_name(name);
  if (!phone.empty()) request.mutable_contact()->add_phones(phone);
  if (!company.empty()) request.mutable_company()->set_name(company);
  return request;
}

Contact ContactOf(Office& office, const Deal& deal) {
  GetContactRequest request;
  request.set_contact_id(deal.contact_id());
  return office.anna.Call<Contact>(request);
}

size_t CountOfContacts(Office& office) {
  return office.anna.Call<ListContactsResponse>(ListContactsRequest()).contacts_size();
}

TEST(TypedClient, IsMadeWithTheDeal) {
  Office office;
  const auto deal = office.anna.Call<Deal>(Typing("Пётр", "8 916 123-45-67", "ООО «Ромашка»"));
  const auto petr = ContactOf(office, deal);
  EXPECT_EQ(petr.name(), "Пётр");
  EXPECT_THAT(petr.phones(), ElementsAre(kPhone));
  EXPECT_NE(deal.company_id(), 0);
  EXPECT_EQ(petr.company_id(), deal.company_id());
  EXPECT_EQ(office.anna.Call<Company>(GettingCompany(deal.company_id())).name(), "ООО «Ромашка»");
}

TEST(TypedClient, IsWhoeverIsKnownAndStaysAsTheyAre) {
  Office office;
  const auto petr = office.anna.Call<Contact>(NewContact("Пётр", kPhone));
  const auto romashka = office.anna.Call<Company>(NewCompany("ООО «Ромашка»"));
  const auto deal = office.anna.Call<Deal>(Typing("Пётр Иванович", "8 916 123-45-67", "ромашка"));
  EXPECT_EQ(deal.contact_id(), petr.id());
  EXPECT_EQ(deal.company_id(), romashka.id());
  EXPECT_EQ(ContactOf(office, deal).SerializeAsString(), petr.SerializeAsString());
}

TEST(TypedClient, IsAnotherCompanyIfItsTaxNumberIs) {
  Office office;
  const auto romashka = office.anna.Call<Company>(NewCompany("Ромашка", "7701234567"));
  auto request = Typing("Пётр", "", "Ромашка");
  request.mutable_company()->set_tax_number("7707654321");
  EXPECT_NE(office.anna.Call<Deal>(request).company_id(), romashka.id());
  request.mutable_company()->set_name("Ромашка и партнёры");
  request.mutable_company()->set_tax_number("7701234567");
  EXPECT_EQ(office.anna.Call<Deal>(request).company_id(), romashka.id());
}

TEST(TypedClient, IsNobodyElseForANameThatSaysNothing) {
  Office office;
  const auto first = office.anna.Call<Deal>(Typing("Пётр", "", "☎"));
  EXPECT_NE(office.anna.Call<Deal>(Typing("Павел", "", "★")).company_id(), first.company_id());
}

TEST(TypedClient, IsRefusedTogetherWithTheDeal) {
  Office office;
  auto request = Typing("", "", "—");
  request.mutable_deal()->set_stage("nowhere");
  request.mutable_deal()->set_company_id(404);
  EXPECT_THAT(ViolationsOf(office.anna, request),
              IsSupersetOf({"UNKNOWN_STAGE at deal.stage", "UNKNOWN_COMPANY at deal.company_id",
                            "GIVEN_TWICE at company", "REQUIRED at company.name", "REQUIRED at contact.name"}));
}

TEST(TypedClient, IsNotMadeForADealThatIsRefused) {
  Office office;
  auto pipeline = office.olga.Call<Pipeline>(GettingPipeline("sales"));
  *pipeline.mutable_stages(1)->mutable_rules() =
      Parsed<Stage>("rules { key: 'sum' binding: BINDING_ENTER fields { fields: 'deal.amount' } }").rules();
  office.olga.Call<Pipeline>(Updating(pipeline));
  auto request = Typing("Пётр", kPhone);
  request.mutable_deal()->set_stage("accepted");
  EXPECT_EQ(FailureOf(office.anna, request).reason(), "FIELD_REQUIRED");
  EXPECT_EQ(CountOfContacts(office), 0U);
}

TEST(TypedClient, IsOneContactOfTwoDealsAtOnce) {
  Office office;
  const auto make = [&] { office.anna.Call<Deal>(Typing("Пётр", kPhone)); };
  EXPECT_THAT(Race({make, make}), UnorderedElementsAre("", ""));
  EXPECT_EQ(CountOfContacts(office), 1U);
}

TEST(QuickAdd, AsksForFieldsThatThereAre) {
  Office office;
  auto pipeline = office.olga.Call<Pipeline>(GettingPipeline("sales"));
  for (const char* field : {"deal.name", "company.name", "contact.phones"}) pipeline.add_quick_add_fields(field);
  EXPECT_EQ(office.olga.Call<Pipeline>(Updating(pipeline)).quick_add_fields_size(), 3);
  pipeline.add_quick_add_fields("deal.nothing");
  pipeline.add_quick_add_fields("deal.name");
  EXPECT_THAT(
      ViolationsOf(office.olga, Updating(pipeline)),
      ElementsAre("UNKNOWN_FIELD at pipeline.quick_add_fields[3]", "DUPLICATE_KEY at pipeline.quick_add_fields[4]"));
}

TEST(QuickAdd, AsksForAClientOnce) {
  Office office;
  auto pipeline = office.olga.Call<Pipeline>(GettingPipeline("sales"));
  for (const char* field : {"deal.contact_id", "deal.company_id", "company.name"}) pipeline.add_quick_add_fields(field);
  EXPECT_THAT(
      ViolationsOf(office.olga, Updating(pipeline)),
      ElementsAre("NOT_FOR_QUICK_ADD at pipeline.quick_add_fields[0]", "GIVEN_TWICE at pipeline.quick_add_fields[1]"));
  pipeline.mutable_quick_add_fields()->Clear();
  pipeline.add_quick_add_fields("deal.company_id");
  EXPECT_EQ(office.olga.Call<Pipeline>(Updating(pipeline)).quick_add_fields_size(), 1);
}

}  // namespace
}  // namespace voronka::testing
