#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/crm_service/clients/companies/company_calls.h"
#include "voronka/crm/v1/board.pb.h"

namespace voronka::testing {
namespace {

using namespace crm::v1;
using ::testing::ElementsAre;

// Пётр speaks for Ромашка.
struct Clients : Office {
  Clients() {
    romashka = anna.Call<Company>(NewCompany("Ромашка"));
    petr = anna.Call<Contact>(OfRomashka("Пётр"));
  }

  CreateContactRequest OfRomashka(const std::string& name) const {
    auto request = NewContact(name);
    request.mutable_contact()->set_company_id(romashka.id());
    return request;
  }
  Deal DealOf(int64_t contact_id, int64_t company_id) {
    auto request = NewDeal();
    request.mutable_deal()->set_contact_id(contact_id);
    request.mutable_deal()->set_company_id(company_id);
    return anna.Call<Deal>(request);
  }

  Company romashka;
  Contact petr;
};

TEST(DealCompany, IsThatOfTheContactUnlessAnotherIsNamed) {
  Clients office;
  const auto other = office.anna.Call<Company>(NewCompany("Василёк"));
  EXPECT_EQ(office.DealOf(office.petr.id(), 0).company_id(), office.romashka.id());
  EXPECT_EQ(office.DealOf(office.petr.id(), other.id()).company_id(), other.id());
}

TEST(DealCompany, ComesWithAContactThatIsSetLater) {
  Clients office;
  UpdateDealRequest request;
  request.set_deal_id(office.AnnasDeal().id());
  request.mutable_deal()->set_contact_id(office.petr.id());
  EXPECT_EQ(office.anna.Call<Deal>(request).company_id(), office.romashka.id());
}

TEST(DealCompany, ComesWithTheInquiryOfAKnownContact) {
  Clients office;
  auto change = office.OfRomashka("Павел");
  change.mutable_contact()->add_phones("+79161234567");
  office.anna.Call<Contact>(change);
  const auto inquiry = office.intake.Call<Inquiry>(Asking("+79161234567"));
  EXPECT_EQ(office.Find(inquiry.deal_id()).company_id(), office.romashka.id());
}

TEST(DealCompany, MustExist) {
  Office office;
  auto request = NewDeal();
  request.mutable_deal()->set_company_id(404);
  EXPECT_THAT(ViolationsOf(office.anna, request), ElementsAre("UNKNOWN_COMPANY at deal.company_id"));
}

TEST(DealCompany, GivesItsManagerTheInquiriesOfItsPeople) {
  Office office;
  auto company = NewCompany("Ромашка");
  company.mutable_company()->set_responsible_user_id(office.boris_id());
  auto contact = NewContact("Пётр", "+79161234567");
  contact.mutable_contact()->set_company_id(office.anna.Call<Company>(company).id());
  office.anna.Call<Contact>(contact);
  const auto inquiry = office.intake.Call<Inquiry>(Asking("+79161234567"));
  EXPECT_EQ(office.Find(inquiry.deal_id()).client_manager_user_id(), office.boris_id());
}

TEST(DealCompany, IsOnTheCard) {
  Clients office;
  BatchGetCardsRequest request;
  request.add_deal_ids(office.DealOf(office.petr.id(), 0).id());
  EXPECT_EQ(office.anna.Call<BatchGetCardsResponse>(request).cards(0).company_name(), "Ромашка");
}

TEST(DealCompany, ListsItsDeals) {
  Clients office;
  const auto first = office.DealOf(office.petr.id(), 0);
  const auto second = office.DealOf(0, office.romashka.id());
  office.AnnasDeal();
  ListClientDealsRequest request;
  request.set_company_id(office.romashka.id());
  const auto deals = office.boris.Call<ListClientDealsResponse>(request);
  ASSERT_EQ(deals.deals_size(), 2);
  EXPECT_EQ(deals.deals(0).id(), second.id());
  EXPECT_EQ(deals.deals(1).SerializeAsString(), first.SerializeAsString());
  request.set_contact_id(office.petr.id());
  EXPECT_EQ(office.boris.Call<ListClientDealsResponse>(request).deals_size(), 1);
  EXPECT_THAT(ViolationsOf(office.boris, ListClientDealsRequest()), ElementsAre("REQUIRED at contact_id"));
}

}  // namespace
}  // namespace voronka::testing
