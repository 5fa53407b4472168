#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/crm_service/people/access/limits.h"
#include "voronka/crm/v1/company.pb.h"

namespace voronka::testing {
namespace {

using namespace crm::v1;
using grpc::StatusCode;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::UnorderedElementsAre;

constexpr char kPhone[] = "+79160000001";

class UnseenClient : public ::testing::Test {
 protected:
  // Nobody is responsible for the contact, who is in Anna's deal.
  Contact InAnnasDeal() {
    const auto contact = office_.anna.Call<Contact>(NewContact("Пётр", kPhone));
    auto deal = NewDeal();
    deal.mutable_deal()->set_contact_id(contact.id());
    office_.anna.Call<Deal>(deal);
    return contact;
  }

  static GetContactRequest Reading(const Contact& contact) {
    GetContactRequest request;
    request.set_contact_id(contact.id());
    return request;
  }

  static std::vector<int64_t> Listed(client::Client& who, const ListContactsRequest& request = {}) {
    std::vector<int64_t> ids;
    const auto response = who.Call<ListContactsResponse>(request);
    for (const auto& contact : response.contacts()) ids.push_back(contact.id());
    return ids;
  }

  Office office_;
};

TEST_F(UnseenClient, GoesByTheDeals) {
  const auto contact = InAnnasDeal();
  const auto free = office_.anna.Call<Contact>(NewContact("Ничья"));
  LimitManagers(office_, READ_SCOPE_OWN);
  EXPECT_THAT(Listed(office_.anna), UnorderedElementsAre(contact.id(), free.id()));
  EXPECT_THAT(Listed(office_.boris), ElementsAre(free.id()));
  EXPECT_EQ(FailureOf(office_.boris, Reading(contact)).code(), StatusCode::NOT_FOUND);
  ListContactsRequest by_phone;
  by_phone.set_phone(kPhone);
  EXPECT_THAT(Listed(office_.boris, by_phone), IsEmpty());
}

TEST_F(UnseenClient, IsToldToBelongToWhoeverHasTheDeal) {
  InAnnasDeal();
  LimitManagers(office_, READ_SCOPE_OWN);
  const auto failure = FailureOf(office_.boris, NewContact("Кто-то", kPhone));
  EXPECT_EQ(failure.reason(), "CLIENT_OF_ANOTHER");
  EXPECT_EQ(failure.metadata("responsible_name"), "anna");
  EXPECT_EQ(failure.metadata("contact_id"), "");
  EXPECT_EQ(FailureOf(office_.anna, NewContact("Кто-то", kPhone)).reason(), "CONTACT_EXISTS");
}

TEST_F(UnseenClient, IsNotGotByTypingThePhoneWithADeal) {
  InAnnasDeal();
  LimitManagers(office_, READ_SCOPE_OWN);
  auto deal = NewDeal();
  deal.mutable_contact()->add_phones(kPhone);
  EXPECT_EQ(FailureOf(office_.boris, deal).reason(), "CLIENT_OF_ANOTHER");
}

TEST_F(UnseenClient, IsNotGotByNamingTheNumber) {
  const auto contact = InAnnasDeal();
  LimitManagers(office_, READ_SCOPE_OWN);
  auto deal = NewDeal();
  deal.mutable_deal()->set_contact_id(contact.id());
  EXPECT_THAT(ViolationsOf(office_.boris, deal), ElementsAre("UNKNOWN_CONTACT at deal.contact_id"));
}

TEST_F(UnseenClient, HasNoNameInAnInquiryOfAnother) {
  InAnnasDeal();
  const auto vera = office_.boris.Call<Contact>(NewContact("Вера", "", "vera@mail.test"));
  auto deal = NewDeal();
  deal.mutable_deal()->set_contact_id(vera.id());
  office_.boris.Call<Deal>(deal);
  LimitManagers(office_, READ_SCOPE_OWN);
  const auto inquiry = office_.intake.Call<Inquiry>(Asking(kPhone, "vera@mail.test"));
  GetInquiryRequest get;
  get.set_inquiry_id(inquiry.id());
  const auto told = office_.anna.Call<Inquiry>(get).other_clients();
  ASSERT_EQ(told.clients_size(), 1);
  EXPECT_EQ(told.clients(0).name(), "");
  EXPECT_EQ(told.clients(0).manager_user_id(), office_.boris_id());
  EXPECT_EQ(office_.galina.Call<Inquiry>(get).other_clients().clients(0).name(), "Вера");
  EXPECT_EQ(FailureOf(office_.boris, get).code(), StatusCode::NOT_FOUND);
}

TEST_F(UnseenClient, MayBeACompany) {
  CreateCompanyRequest create;
  create.mutable_company()->set_name("ООО «Ромашка»");
  create.mutable_company()->set_responsible_user_id(office_.anna_id());
  const auto company = office_.anna.Call<Company>(create);
  LimitManagers(office_, READ_SCOPE_OWN);
  ListCompaniesRequest by_name;
  by_name.set_name("ромаш");
  EXPECT_EQ(office_.anna.Call<ListCompaniesResponse>(by_name).companies_size(), 1);
  EXPECT_EQ(office_.boris.Call<ListCompaniesResponse>(by_name).companies_size(), 0);
  GetCompanyRequest get;
  get.set_company_id(company.id());
  EXPECT_EQ(FailureOf(office_.boris, get).code(), StatusCode::NOT_FOUND);
}

}  // namespace
}  // namespace voronka::testing
