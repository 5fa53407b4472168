#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "tests/crm_service/people/access/limits.h"
#include "voronka/crm/v1/client_history.pb.h"
#include "voronka/crm/v1/company.pb.h"
#include "voronka/crm/v1/deal_contact.pb.h"

namespace voronka::testing {
namespace {

using namespace crm::v1;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

class ClientHistory : public ::testing::Test {
 protected:
  Deal DealWith(client::Client& who, const std::string& name = "") {
    auto request = NewDeal();
    request.mutable_deal()->set_name(name);
    request.mutable_deal()->set_contact_id(petr_.id());
    return who.Call<Deal>(request);
  }

  ListClientTimelineRequest OfPetr() const {
    ListClientTimelineRequest request;
    request.set_contact_id(petr_.id());
    return request;
  }

  // The notes in all pages.
  static std::vector<std::string> Notes(client::Client& who, ListClientTimelineRequest request) {
    std::vector<std::string> notes;
    do {
      const auto page = who.Call<ListClientTimelineResponse>(request);
      for (const auto& entry : page.entries()) {
        if (entry.kind() == TimelineEntry::KIND_NOTE) notes.push_back(entry.text());
      }
      request.set_page_token(page.next_page_token());
    } while (!request.page_token().empty());
    return notes;
  }

  void Note(client::Client& who, const Deal& deal, const std::string& text) {
    who.Call<TimelineEntry>(Noting(deal.id(), text));
  }

  Office office_;
  const Contact petr_ = office_.anna.Call<Contact>(NewContact("Пётр", "+79161234567"));
};

TEST_F(ClientHistory, IsOneListOfAllDealsNewestFirst) {
  const auto roof = DealWith(office_.anna, "Крыша");
  const auto floor = DealWith(office_.anna, "Пол");
  Note(office_.anna, roof, "первое");
  Note(office_.anna, floor, "второе");
  Note(office_.anna, roof, "третье");
  const auto whole = office_.anna.Call<ListClientTimelineResponse>(OfPetr());
  ASSERT_EQ(whole.entries_size(), 5);
  EXPECT_EQ(whole.entries(0).deal_id(), roof.id());
  EXPECT_EQ(whole.entries(0).text(), "третье");
  ASSERT_EQ(whole.deals_size(), 2);
  EXPECT_EQ(whole.deals(0).name(), "Пол");
  EXPECT_EQ(whole.deals(0).pipeline(), "sales");
  EXPECT_EQ(whole.deals(1).id(), roof.id());
  EXPECT_FALSE(whole.leaves_out_older_deals());
  for (const int page_size : {1, 2, 3, 100}) {
    auto request = OfPetr();
    request.set_page_size(page_size);
    EXPECT_THAT(Notes(office_.anna, request), ElementsAre("третье", "второе", "первое")) << page_size;
  }
}

TEST_F(ClientHistory, NamesOnlyTheDealsOfThePage) {
  Note(office_.anna, DealWith(office_.anna, "Крыша"), "первое");
  Note(office_.anna, DealWith(office_.anna, "Пол"), "второе");
  auto request = OfPetr();
  request.set_page_size(1);
  const auto page = office_.anna.Call<ListClientTimelineResponse>(request);
  ASSERT_EQ(page.deals_size(), 1);
  EXPECT_EQ(page.deals(0).name(), "Пол");
}

TEST_F(ClientHistory, LeavesOutDealsThatTheReaderDoesNotSee) {
  Note(office_.anna, DealWith(office_.anna), "Анны");
  Note(office_.boris, DealWith(office_.boris, "Тайна"), "Бориса");
  EXPECT_THAT(Notes(office_.anna, OfPetr()), ElementsAre("Бориса", "Анны"));
  LimitManagers(office_, READ_SCOPE_OWN);
  EXPECT_THAT(Notes(office_.anna, OfPetr()), ElementsAre("Анны"));
  const auto told = office_.anna.Call<ListClientTimelineResponse>(OfPetr());
  ASSERT_EQ(told.deals_size(), 1);
  EXPECT_NE(told.deals(0).name(), "Тайна");
  EXPECT_THAT(Notes(office_.galina, OfPetr()), ElementsAre("Бориса", "Анны"));
}

TEST_F(ClientHistory, HasTheDealsThatAContactTakesPartIn) {
  auto of_vera = NewDeal();
  of_vera.mutable_deal()->set_contact_id(office_.anna.Call<Contact>(NewContact("Вера")).id());
  const auto deal = office_.anna.Call<Deal>(of_vera);
  CreateDealContactRequest adding;
  adding.mutable_deal_contact()->set_deal_id(deal.id());
  adding.mutable_deal_contact()->set_contact_id(petr_.id());
  office_.anna.Call<DealContact>(adding);
  Note(office_.anna, deal, "вместе");
  EXPECT_THAT(Notes(office_.anna, OfPetr()), ElementsAre("вместе"));
}

TEST_F(ClientHistory, IsOfACompanyToo) {
  CreateCompanyRequest create;
  create.mutable_company()->set_name("Ромашка");
  const auto company = office_.anna.Call<Company>(create);
  auto request = NewDeal();
  request.mutable_deal()->set_company_id(company.id());
  Note(office_.anna, office_.anna.Call<Deal>(request), "с компанией");
  Note(office_.anna, DealWith(office_.anna), "без неё");
  ListClientTimelineRequest of_company;
  of_company.set_company_id(company.id());
  EXPECT_THAT(Notes(office_.anna, of_company), ElementsAre("с компанией"));
}

TEST_F(ClientHistory, NeedsAClientAndIsEmptyWithoutDeals) {
  EXPECT_THAT(ViolationsOf(office_.anna, ListClientTimelineRequest()), ElementsAre("REQUIRED at contact_id"));
  EXPECT_THAT(ViolationsOf(office_.anna, ListClientInquiriesRequest()), ElementsAre("REQUIRED at contact_id"));
  EXPECT_THAT(Notes(office_.anna, OfPetr()), IsEmpty());
}

TEST_F(ClientHistory, ListsInquiriesWithTheirConsents) {
  auto first = Asking("+79161234567");
  first.mutable_inquiry()->set_source_name("Форма на главной");
  first.mutable_inquiry()->mutable_consent()->set_text("Согласен");
  first.mutable_inquiry()->mutable_consent()->set_text_version("2026-01");
  office_.intake.Call<Inquiry>(first);
  auto second = Asking("+79161234567");
  second.mutable_inquiry()->set_text("А доставка?");
  office_.intake.Call<Inquiry>(second);
  ListClientInquiriesRequest request;
  request.set_contact_id(petr_.id());
  request.set_page_size(1);
  const auto newest = office_.olga.Call<ListClientInquiriesResponse>(request);
  ASSERT_EQ(newest.inquiries_size(), 1);
  EXPECT_EQ(newest.inquiries(0).text(), "А доставка?");
  EXPECT_FALSE(newest.inquiries(0).has_consent());
  request.set_page_token(newest.next_page_token());
  const auto older = office_.olga.Call<ListClientInquiriesResponse>(request);
  ASSERT_EQ(older.inquiries_size(), 1);
  EXPECT_EQ(older.inquiries(0).consent().text_version(), "2026-01");
  EXPECT_EQ(older.next_page_token(), "");
}

}  // namespace
}  // namespace voronka::testing
