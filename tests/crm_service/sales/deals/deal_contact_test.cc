#include <gmock/gmock.h>
#include <google/protobuf/empty.pb.h>
#include <gtest/gtest.h>

#include "tests/crm_service/office.h"
#include "tests/crm_service/race.h"
#include "voronka/crm/v1/deal_contact.pb.h"

namespace voronka::testing {
namespace {

using namespace crm::v1;
using google::protobuf::Empty;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::UnorderedElementsAre;

constexpr const char* kPhoneOfVera = "+79160000002";

// Anna's deal with Пётр.
struct DealOfPetr : Office {
  const Contact petr = anna.Call<Contact>(NewContact("Пётр"));
  const Contact vera = anna.Call<Contact>(NewContact("Вера", kPhoneOfVera));
  const Deal deal = MakeDeal();

  Deal MakeDeal() {
    auto request = NewDeal();
    request.mutable_deal()->set_contact_id(petr.id());
    return anna.Call<Deal>(request);
  }
  CreateDealContactRequest Adding(int64_t contact_id, const std::string& role = "") const {
    CreateDealContactRequest request;
    request.mutable_deal_contact()->set_deal_id(deal.id());
    request.mutable_deal_contact()->set_contact_id(contact_id);
    request.mutable_deal_contact()->set_role(role);
    return request;
  }
  std::vector<DealContact> Others() {
    ListDealContactsRequest request;
    request.set_deal_id(deal.id());
    const auto response = anna.Call<ListDealContactsResponse>(request);
    return {response.deal_contacts().begin(), response.deal_contacts().end()};
  }
  std::vector<std::pair<TimelineEntry::Kind, std::string>> Told() {
    std::vector<std::pair<TimelineEntry::Kind, std::string>> told;
    for (const auto& entry : TimelineOf(deal.id())) told.emplace_back(entry.kind(), entry.text());
    return told;
  }
};

TEST(DealContacts, TakePartWithARole) {
  DealOfPetr office;
  const auto added = office.anna.Call<DealContact>(office.Adding(office.vera.id(), "бухгалтер"));
  ASSERT_EQ(office.Others().size(), 1U);
  EXPECT_EQ(office.Others()[0].SerializeAsString(), added.SerializeAsString());
  EXPECT_EQ(office.Told().back(), std::pair(TimelineEntry::KIND_CONTACT_ADDED, std::string("Вера, бухгалтер")));
  UpdateDealContactRequest change;
  change.set_deal_contact_id(added.id());
  change.mutable_deal_contact()->set_role("директор");
  EXPECT_EQ(office.anna.Call<DealContact>(change).role(), "директор");
}

TEST(DealContacts, AreThereOnce) {
  DealOfPetr office;
  office.anna.Call<DealContact>(office.Adding(office.vera.id()));
  for (const int64_t contact : {office.vera.id(), office.petr.id()}) {
    const auto failure = FailureOf(office.anna, office.Adding(contact));
    EXPECT_EQ(failure.code(), grpc::StatusCode::ALREADY_EXISTS);
    EXPECT_EQ(failure.reason(), "DEAL_CONTACT_EXISTS");
  }
}

TEST(DealContacts, AreThereOnceEvenIfTwoAddThem) {
  DealOfPetr office;
  const auto add = [&] { office.anna.Call<DealContact>(office.Adding(office.vera.id())); };
  EXPECT_THAT(Race({add, add}), UnorderedElementsAre("", "DEAL_CONTACT_EXISTS"));
}

TEST(DealContacts, AreAtMostFifty) {
  DealOfPetr office;
  for (int i = 0; i < 50; ++i) {
    office.anna.Call<DealContact>(
        office.Adding(office.anna.Call<Contact>(NewContact("Гость " + std::to_string(i))).id()));
  }
  EXPECT_EQ(FailureOf(office.anna, office.Adding(office.vera.id())).reason(), "TOO_MANY");
}

TEST(DealContacts, LeaveAndAreTold) {
  DealOfPetr office;
  DeleteDealContactRequest request;
  request.set_deal_contact_id(office.anna.Call<DealContact>(office.Adding(office.vera.id())).id());
  office.anna.Call<Empty>(request);
  EXPECT_THAT(office.Others(), IsEmpty());
  EXPECT_EQ(office.Told().back(), std::pair(TimelineEntry::KIND_CONTACT_REMOVED, std::string("Вера")));
  const auto told = office.LastChange<DealContact>();
  EXPECT_EQ(told.kind, ResourceChange::KIND_DELETED);
  EXPECT_EQ(told.after.contact_id(), office.vera.id());
}

TEST(DealContacts, AreForThoseWhoMayChangeTheDeal) {
  DealOfPetr office;
  EXPECT_EQ(FailureOf(office.boris, office.Adding(office.vera.id())).reason(), "NOT_RESPONSIBLE");
  const auto added = office.galina.Call<DealContact>(office.Adding(office.vera.id()));
  DeleteDealContactRequest request;
  request.set_deal_contact_id(added.id());
  EXPECT_EQ(FailureOf(office.boris, request).reason(), "NOT_RESPONSIBLE");
  UpdateDealContactRequest change;
  change.set_deal_contact_id(added.id());
  change.mutable_deal_contact()->set_role("директор");
  EXPECT_EQ(FailureOf(office.boris, change).reason(), "NOT_RESPONSIBLE");
  EXPECT_EQ(office.Others()[0].role(), "");
}

TEST(DealContacts, ChangePlacesWithTheMainOne) {
  DealOfPetr office;
  office.anna.Call<DealContact>(office.Adding(office.vera.id(), "бухгалтер"));
  UpdateDealRequest request;
  request.set_deal_id(office.deal.id());
  request.mutable_deal()->set_contact_id(office.vera.id());
  EXPECT_EQ(office.anna.Call<Deal>(request).contact_id(), office.vera.id());
  ASSERT_EQ(office.Others().size(), 1U);
  EXPECT_EQ(office.Others()[0].contact_id(), office.petr.id());
}

TEST(DealContacts, StayWhenTheMainOneIsSomebodyElse) {
  DealOfPetr office;
  office.anna.Call<DealContact>(office.Adding(office.vera.id()));
  UpdateDealRequest request;
  request.set_deal_id(office.deal.id());
  request.mutable_deal()->set_contact_id(office.anna.Call<Contact>(NewContact("Павел")).id());
  office.anna.Call<Deal>(request);
  ASSERT_EQ(office.Others().size(), 1U);
  EXPECT_EQ(office.Others()[0].contact_id(), office.vera.id());
}

TEST(DealContacts, WhoWriteJoinTheirDeal) {
  DealOfPetr office;
  office.anna.Call<DealContact>(office.Adding(office.vera.id()));
  const auto inquiry = office.intake.Call<Inquiry>(Asking(kPhoneOfVera));
  EXPECT_EQ(inquiry.outcome(), Inquiry::OUTCOME_OPEN_DEAL);
  EXPECT_EQ(inquiry.deal_id(), office.deal.id());
  EXPECT_EQ(inquiry.contact_id(), office.vera.id());
}

TEST(DealContacts, HaveTheDealAmongTheirs) {
  DealOfPetr office;
  office.anna.Call<DealContact>(office.Adding(office.vera.id()));
  ListClientDealsRequest request;
  for (const int64_t contact : {office.petr.id(), office.vera.id()}) {
    request.set_contact_id(contact);
    const auto deals = office.anna.Call<ListClientDealsResponse>(request);
    ASSERT_EQ(deals.deals_size(), 1);
    EXPECT_EQ(deals.deals(0).id(), office.deal.id());
  }
}

// Whether the contact is the main one or not, and however the deals ended.
TEST(DealContacts, HaveTheirDealsNewestFirstPageByPage) {
  DealOfPetr office;
  std::vector<int64_t> made = {office.deal.id()};
  for (int i = 0; i < 2; ++i) made.insert(made.begin(), office.MakeDeal().id());
  auto of_vera = NewDeal();
  of_vera.mutable_deal()->set_contact_id(office.vera.id());
  auto adding = office.Adding(office.petr.id());
  adding.mutable_deal_contact()->set_deal_id(office.anna.Call<Deal>(of_vera).id());
  office.anna.Call<DealContact>(adding);
  made.insert(made.begin(), adding.deal_contact().deal_id());
  made.insert(made.begin(), office.MakeDeal().id());
  office.anna.Call<Deal>(Losing(made[2], "price"));
  office.anna.Call<Deal>(Moving(made[3], "won"));
  ListClientDealsRequest request;
  request.set_contact_id(office.petr.id());
  request.set_page_size(2);
  std::vector<int64_t> listed;
  do {
    const auto page = office.anna.Call<ListClientDealsResponse>(request);
    for (const auto& deal : page.deals()) listed.push_back(deal.id());
    request.set_page_token(page.next_page_token());
  } while (!request.page_token().empty());
  EXPECT_EQ(listed, made);
}

}  // namespace
}  // namespace voronka::testing
