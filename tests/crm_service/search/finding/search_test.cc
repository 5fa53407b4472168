// What is found, by what, and in which order.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/crm_service/clients/companies/company_calls.h"
#include "tests/crm_service/search/search_office.h"
#include "voronka/crm/v1/company.pb.h"

namespace voronka::testing {
namespace {

using namespace crm::v1;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

class SearchedOffice : public ::testing::Test {
 protected:
  SearchOffice office_;
};

TEST_F(SearchedOffice, FindsWordsInAnyOrderAndCase) {
  office_.MakeDeal("Ёлки для школы");
  office_.MakeDeal("Ёлки для дома");
  office_.CatchUp();
  EXPECT_THAT(office_.Found("ШКОЛ елк"), ElementsAre("DEAL Ёлки для школы"));
  EXPECT_THAT(office_.Found("ёлки"), ElementsAre("DEAL Ёлки для дома", "DEAL Ёлки для школы"));
  EXPECT_THAT(office_.Found("елки гаража"), IsEmpty());
  EXPECT_THAT(office_.Found("лки"), IsEmpty());
}

TEST_F(SearchedOffice, ForgivesATypoAndTheKeyboard) {
  office_.anna.Call<Contact>(NewContact("Иванов Пётр"));
  office_.CatchUp();
  const auto is_ivanov = ElementsAre("CONTACT Иванов Пётр");
  EXPECT_THAT(office_.Found("Иваноф"), is_ivanov);
  EXPECT_THAT(office_.Found("ивнаов петр"), is_ivanov);
  EXPECT_THAT(office_.Found("bdfyjd"), is_ivanov);
  EXPECT_THAT(office_.Found("Уваноф"), IsEmpty());
}

TEST_F(SearchedOffice, FindsPartsOfAPhone) {
  const auto contact = office_.anna.Call<Contact>(NewContact("Пётр", "+79161234567"));
  office_.MakeDeal("Окна", contact.id());
  office_.CatchUp();
  const auto are_both = ElementsAre("DEAL Окна", "CONTACT Пётр");
  for (const char* typed : {"4567", "45-67", "8 916 123", "9161", "+7 (916) 123-45-67", "89161234567"}) {
    EXPECT_THAT(office_.Found(typed), are_both) << typed;
  }
  EXPECT_THAT(office_.Found("5678"), IsEmpty());
}

TEST_F(SearchedOffice, FindsADealByItsNumberFirst) {
  const auto deal = office_.MakeDeal("Окна");
  office_.MakeDeal("Заказ " + std::to_string(deal.id()));
  office_.CatchUp();
  const auto number = std::to_string(deal.id());
  EXPECT_THAT(office_.Found("#" + number), ElementsAre("DEAL Окна"));
  EXPECT_THAT(office_.Found("№" + number), ElementsAre("DEAL Окна"));
  EXPECT_EQ(office_.Found(number).at(0), "DEAL Окна");
  EXPECT_THAT(office_.Found("#" + number + " двери"), IsEmpty());
}

TEST_F(SearchedOffice, FindsMailAndTaxNumber) {
  office_.anna.Call<Contact>(NewContact("Пётр", "", "ivan.petrov@romashka.example.com"));
  office_.anna.Call<Company>(NewCompany("ООО «Ромашка»", "7701234567"));
  office_.CatchUp();
  EXPECT_THAT(office_.Found("ivan.petrov@romashka.example.com"), ElementsAre("CONTACT Пётр"));
  EXPECT_THAT(office_.Found("petrov"), ElementsAre("CONTACT Пётр"));
  EXPECT_THAT(office_.Found("770123"), ElementsAre("COMPANY ООО «Ромашка»"));
}

TEST_F(SearchedOffice, FindsMessengers) {
  auto request = NewContact("Пётр");
  request.mutable_contact()->add_messengers("@petrov_opt");
  request.mutable_contact()->add_messengers("WhatsApp: 8 916 123-45-67");
  office_.anna.Call<Contact>(request);
  office_.CatchUp();
  for (const char* typed : {"@petrov_opt", "petrov", "9161", "4567", "8 916 123-45-67"}) {
    EXPECT_THAT(office_.Found(typed), ElementsAre("CONTACT Пётр")) << typed;
  }
}

TEST_F(SearchedOffice, ShowsDealsFirstAndTasksLast) {
  auto task = NewTask(DatabaseNow() + kMinute);
  task.mutable_task()->set_text("Позвонить в Ромашку");
  office_.anna.Call<Task>(task);
  office_.anna.Call<Company>(NewCompany("Ромашка"));
  office_.anna.Call<Contact>(NewContact("Ромашкин"));
  office_.MakeDeal("Ромашки");
  office_.CatchUp();
  EXPECT_THAT(office_.Found("ромашк"),
              ElementsAre("DEAL Ромашки", "CONTACT Ромашкин", "COMPANY Ромашка", "TASK Позвонить в Ромашку"));
  auto request = Searching("ромашк");
  request.add_kinds(SearchResult::KIND_COMPANY);
  EXPECT_THAT(SearchOffice::Results(office_.anna, request), ElementsAre("COMPANY Ромашка"));
}

TEST_F(SearchedOffice, ShowsAsManyOfAKindAsAreAskedFor) {
  for (const char* name : {"Окна 1", "Окна 2", "Окна 3"}) office_.MakeDeal(name);
  office_.CatchUp();
  auto request = Searching("окна");
  request.set_page_size(2);
  EXPECT_THAT(SearchOffice::Results(office_.anna, request), ElementsAre("DEAL Окна 3", "DEAL Окна 2"));
}

TEST_F(SearchedOffice, SaysWhatMatched) {
  const auto contact = office_.anna.Call<Contact>(NewContact("Пётр", "+79161234567"));
  office_.MakeDeal("Окна", contact.id());
  office_.CatchUp();
  const auto response = office_.anna.Call<SearchResponse>(Searching("4567"));
  ASSERT_EQ(response.results_size(), 2);
  const auto& deal = response.results(0);
  EXPECT_EQ(deal.client_name(), "Пётр");
  EXPECT_EQ(deal.match().field(), "contact.phones");
  EXPECT_EQ(deal.match().text(), "+79161234567");
  ASSERT_EQ(deal.match().marks_size(), 1);
  EXPECT_EQ(deal.match().marks(0).begin(), 8);
  EXPECT_EQ(deal.match().marks(0).end(), 12);
}

TEST_F(SearchedOffice, ShowsThePartOfALongTextThatMatches) {
  std::string text = "Позвонить";
  for (int i = 0; i < 30; ++i) text += " и обсудить поставку";
  auto task = NewTask(DatabaseNow() + kMinute);
  task.mutable_task()->set_text(text + " жалюзи");
  office_.anna.Call<Task>(task);
  office_.CatchUp();
  const auto response = office_.anna.Call<SearchResponse>(Searching("жалюзи"));
  ASSERT_EQ(response.results_size(), 1);
  const auto& match = response.results(0).match();
  EXPECT_TRUE(match.text().starts_with("…")) << match.text();
  EXPECT_TRUE(match.text().ends_with("жалюзи")) << match.text();
  ASSERT_EQ(match.marks_size(), 1);
  EXPECT_EQ(match.marks(0).end() - match.marks(0).begin(), 6);
}

TEST_F(SearchedOffice, FindsNothingOfOtherAccounts) {
  office_.MakeDeal("Канарейка");
  office_.CatchUp();
  SearchOffice other;
  EXPECT_THAT(other.Found("канарейка"), IsEmpty());
}

}  // namespace
}  // namespace voronka::testing
