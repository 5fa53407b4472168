#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "foundation/storage/connection.h"
#include "tests/crm_service/office.h"

namespace voronka::testing {
namespace {

using namespace crm::v1;
using Entry = TimelineEntry;
using ::testing::ElementsAre;

std::vector<Entry::Kind> KindsOf(const std::vector<Entry>& entries) {
  std::vector<Entry::Kind> kinds;
  for (const auto& entry : entries) kinds.push_back(entry.kind());
  return kinds;
}

TEST(Timeline, BeginsWithTheDealAndItsFirstStage) {
  Office office;
  const auto entries = office.TimelineOf(office.AnnasDeal().id());
  ASSERT_EQ(entries.size(), 1U);
  EXPECT_EQ(entries[0].kind(), Entry::KIND_DEAL_CREATED);
  EXPECT_EQ(entries[0].to_stage(), "new");
  EXPECT_EQ(entries[0].actor_user_id(), office.anna_id());
  EXPECT_EQ(entries[0].actor_service(), "");
}

TEST(Timeline, SaysWhatAnEditChanged) {
  Office office;
  const auto deal = office.AnnasDeal();
  office.anna.Call<Deal>(Renaming(deal.id(), "Столы"));
  auto request = Renaming(deal.id(), "Столы и стулья");
  request.mutable_deal()->mutable_amount()->set_minor(100);
  request.mutable_deal()->mutable_amount()->set_currency("RUB");
  request.mutable_deal()->set_contact_id(office.anna.Call<Contact>(NewContact("Пётр")).id());
  office.anna.Call<Deal>(request);
  const auto last = office.TimelineOf(deal.id()).back();
  EXPECT_EQ(last.kind(), Entry::KIND_DEAL_UPDATED);
  EXPECT_EQ(last.text(), "");
  EXPECT_THAT(last.edit().fields(), ElementsAre("name", "amount", "contact_id"));
  EXPECT_EQ(last.edit().before().name(), "Столы");
  EXPECT_FALSE(last.edit().before().has_amount());
  EXPECT_EQ(last.edit().after().name(), "Столы и стулья");
  EXPECT_EQ(last.edit().after().amount().minor(), 100);
  EXPECT_EQ(last.edit().after().id(), 0) << "only what was changed";
}

TEST(Timeline, ReadsTheListedFieldsOfAnEarlierRelease) {
  Office office;
  const auto deal = office.AnnasDeal();
  office.anna.Call<Deal>(Renaming(deal.id(), "Столы"));
  Crm().db().Execute("UPDATE timeline SET edit = NULL, text = 'amount, contact_id' WHERE account_id = ? AND kind = ?",
                     office.account_id(), Entry::KIND_DEAL_UPDATED);
  const auto last = office.TimelineOf(deal.id()).back();
  EXPECT_THAT(last.edit().fields(), ElementsAre("amount", "contact_id"));
  EXPECT_EQ(last.text(), "");
}

TEST(Timeline, NamesThePipelinesOfAMove) {
  Office office;
  auto request = Moving(office.AnnasDeal().id(), "accepted");
  request.set_pipeline("repeat");
  office.anna.Call<Deal>(request);
  const auto entries = office.TimelineOf(request.deal_id());
  EXPECT_EQ(entries.front().from_pipeline(), "");
  EXPECT_EQ(entries.front().to_pipeline(), "sales");
  EXPECT_EQ(entries.back().from_pipeline(), "sales");
  EXPECT_EQ(entries.back().to_pipeline(), "repeat");
}

TEST(Timeline, SaysWhereADealWasMovedAndWhyItWasLost) {
  Office office;
  auto request = Losing(office.AnnasDeal().id(), "price");
  request.set_loss_comment("Нашли дешевле");
  office.galina.Call<Deal>(request);
  const auto last = office.TimelineOf(request.deal_id()).back();
  EXPECT_EQ(last.kind(), Entry::KIND_STAGE_CHANGED);
  EXPECT_EQ(last.from_stage(), "new");
  EXPECT_EQ(last.to_stage(), "lost");
  EXPECT_EQ(last.text(), "Дорого: Нашли дешевле");
  EXPECT_EQ(last.actor_user_id(), office.galina_id());
}

TEST(Timeline, ShowsTheWholeStoryOfADistributedDeal) {
  Office office;
  const auto deal = office.LapsedOfferTo(office.anna_id());
  office.distribution.Call<Deal>(Reclaiming(deal.id()));
  const auto offered = office.distribution.Call<Deal>(Offering(deal.id(), office.boris_id(), kMinute));
  office.boris.Call<Deal>(Declining(deal.id()));
  office.distribution.Call<Deal>(Giving(deal.id(), office.galina_id()));
  const auto entries = office.TimelineOf(deal.id());
  ASSERT_THAT(KindsOf(entries), ElementsAre(Entry::KIND_DEAL_CREATED, Entry::KIND_OFFERED, Entry::KIND_OFFER_RECLAIMED,
                                            Entry::KIND_OFFERED, Entry::KIND_OFFER_DECLINED, Entry::KIND_REASSIGNED));
  EXPECT_EQ(entries[1].user_id(), office.anna_id());
  EXPECT_EQ(entries[1].actor_service(), "distribution");
  EXPECT_EQ(entries[2].user_id(), office.anna_id());
  EXPECT_EQ(entries[3].deadline().SerializeAsString(), offered.offer_deadline().SerializeAsString());
  EXPECT_EQ(entries[4].user_id(), office.boris_id());
  EXPECT_EQ(entries[4].text(), "Не мой регион");
  EXPECT_EQ(entries[5].user_id(), office.galina_id());
  EXPECT_FALSE(entries[5].has_deadline());
}

TEST(Timeline, SaysWhoTookAnOffer) {
  Office office;
  const auto deal = office.OfferedTo(office.anna_id());
  office.anna.Call<Deal>(Taking(deal.id()));
  const auto last = office.TimelineOf(deal.id()).back();
  EXPECT_EQ(last.kind(), Entry::KIND_OFFER_TAKEN);
  EXPECT_EQ(last.actor_user_id(), office.anna_id());
}

TEST(Timeline, SaysToWhomADealWasGivenAndWhy) {
  Office office;
  auto request = Reassigning(office.AnnasDeal().id(), office.boris_id());
  request.set_reason("Отпуск");
  office.galina.Call<Deal>(request);
  const auto last = office.TimelineOf(request.deal_id()).back();
  EXPECT_EQ(last.kind(), Entry::KIND_REASSIGNED);
  EXPECT_EQ(last.user_id(), office.boris_id());
  EXPECT_EQ(last.text(), "Отпуск");
}

TEST(Timeline, ShowsEveryInquiryOfTheClient) {
  Office office;
  const auto first = office.intake.Call<Inquiry>(Asking("+79161234567"));
  const auto second = office.intake.Call<Inquiry>(Asking("+79161234567"));
  const auto entries = office.TimelineOf(first.deal_id());
  ASSERT_THAT(KindsOf(entries), ElementsAre(Entry::KIND_DEAL_CREATED, Entry::KIND_INQUIRY, Entry::KIND_INQUIRY));
  EXPECT_EQ(entries[1].inquiry_id(), first.id());
  EXPECT_EQ(entries[2].inquiry_id(), second.id());
  EXPECT_EQ(entries[2].text(), "Сколько стоит?");
}

TEST(Timeline, ShowsWhatBecomesOfATask) {
  Office office;
  auto request = NewTask(DatabaseNow() + kMinute);
  request.mutable_task()->set_deal_id(office.AnnasDeal().id());
  const auto task = office.anna.Call<Task>(request);
  auto later = Rescheduling(task.id(), DatabaseNow() + 2 * kMinute);
  later.set_reason("Просил перезвонить позже");
  office.anna.Call<Task>(later);
  office.anna.Call<CompleteTaskResponse>(Completing(task.id()));
  const auto entries = office.TimelineOf(task.deal_id());
  ASSERT_THAT(KindsOf(entries), ElementsAre(Entry::KIND_DEAL_CREATED, Entry::KIND_TASK_CREATED,
                                            Entry::KIND_TASK_RESCHEDULED, Entry::KIND_TASK_COMPLETED));
  EXPECT_EQ(entries[1].task_id(), task.id());
  EXPECT_EQ(entries[1].text(), "Позвонить");
  EXPECT_EQ(entries[2].text(), "Просил перезвонить позже");
  EXPECT_EQ(entries[3].text(), "Договорились");
  for (const int about_the_task : {1, 2, 3}) EXPECT_EQ(entries[about_the_task].task_text(), "Позвонить");
}

TEST(Timeline, ShowsNothingOfARefusedCall) {
  Office office;
  const auto deal = office.AnnasDeal();
  FailureOf(office.anna, Moving(deal.id(), "lost"));
  EXPECT_EQ(office.TimelineOf(deal.id()).size(), 1U);
}

TEST(Timeline, ShowsNothingOfOtherDeals) {
  Office office;
  const auto deal = office.AnnasDeal();
  office.anna.Call<Entry>(Noting(office.AnnasDeal().id(), "Другая сделка"));
  EXPECT_EQ(office.TimelineOf(deal.id()).size(), 1U);
}

// Another replica takes ids in its own blocks, so a later entry may have a smaller id.
TEST(Timeline, IsOrderedByTimeNotById) {
  Office office;
  const auto deal = office.AnnasDeal();
  const auto early = office.anna.Call<Entry>(Noting(deal.id(), "первая"));
  const auto late = office.anna.Call<Entry>(Noting(deal.id(), "вторая"));
  Crm().db().Execute("UPDATE timeline SET id = id + 1000 WHERE account_id = ? AND id = ?", office.account_id(),
                     early.id());
  ListTimelineRequest request;
  request.set_deal_id(deal.id());
  request.set_page_size(2);
  const auto first = office.anna.Call<ListTimelineResponse>(request);
  ASSERT_EQ(first.entries_size(), 2);
  EXPECT_EQ(first.entries(1).text(), "первая");
  request.set_page_token(first.next_page_token());
  const auto second = office.anna.Call<ListTimelineResponse>(request);
  ASSERT_EQ(second.entries_size(), 1);
  EXPECT_EQ(second.entries(0).id(), late.id());
}

TEST(Timeline, ReturnsEachEntryOnceAtAnyPageSize) {
  Office office;
  const auto deal = office.AnnasDeal();
  for (const char* text : {"а", "б", "в", "г"}) office.anna.Call<Entry>(Noting(deal.id(), text));
  ListTimelineRequest request;
  request.set_deal_id(deal.id());
  request.set_page_size(2);
  std::vector<std::string> texts;
  do {
    const auto page = office.anna.Call<ListTimelineResponse>(request);
    for (const auto& entry : page.entries()) texts.push_back(entry.text());
    request.set_page_token(page.next_page_token());
  } while (!request.page_token().empty());
  EXPECT_THAT(texts, ElementsAre("", "а", "б", "в", "г"));
}

TEST(Timeline, IsNotFoundForADealInAnotherAccount) {
  Office office;
  Colleagues others;
  ListTimelineRequest request;
  request.set_deal_id(office.AnnasDeal().id());
  EXPECT_EQ(FailureOf(others.anna, request).code(), grpc::StatusCode::NOT_FOUND);
}

TEST(AddNote, IsAllowedToEverybodyWhoSeesTheDeal) {
  Office office;
  const auto deal = office.AnnasDeal();
  const auto note = office.boris.Call<Entry>(Noting(deal.id(), "Звонил,\nждёт цену"));
  EXPECT_EQ(note.kind(), Entry::KIND_NOTE);
  EXPECT_EQ(note.actor_user_id(), office.boris_id());
  EXPECT_EQ(note.text(), "Звонил,\nждёт цену");
  EXPECT_EQ(office.TimelineOf(deal.id()).back().SerializeAsString(), note.SerializeAsString());
}

TEST(AddNote, DoesNotChangeTheDeal) {
  Office office;
  const auto deal = office.AnnasDeal();
  office.boris.Call<Entry>(Noting(deal.id(), "Звонил"));
  EXPECT_EQ(office.Find(deal.id()).SerializeAsString(), deal.SerializeAsString());
}

TEST(AddNote, DoesNotFindADealInAnotherAccount) {
  Office office;
  Colleagues others;
  EXPECT_EQ(FailureOf(others.anna, Noting(office.AnnasDeal().id(), "Привет")).code(), grpc::StatusCode::NOT_FOUND);
}

}  // namespace
}  // namespace voronka::testing
