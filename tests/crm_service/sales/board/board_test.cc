#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/crm_service/office.h"
#include "voronka/crm/v1/board.pb.h"

namespace voronka::testing {
namespace {

using namespace crm::v1;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

GetBoardRequest BoardOf(const std::string& pipeline) {
  GetBoardRequest request;
  request.set_pipeline(pipeline);
  return request;
}

template <class Cards>
std::vector<int64_t> DealsOn(const Cards& cards) {
  std::vector<int64_t> ids;
  for (const DealCard& card : cards) ids.push_back(card.deal().id());
  return ids;
}

BoardColumn Column(client::Client& who, const std::string& stage, const GetBoardRequest& request = BoardOf("sales")) {
  const auto board = who.Call<Board>(request);
  for (const auto& column : board.columns()) {
    if (column.stage() == stage) return column;
  }
  throw std::logic_error("the board has no column " + stage);
}

DealCard CardOf(client::Client& who, int64_t deal_id) {
  BatchGetCardsRequest request;
  request.add_deal_ids(deal_id);
  return who.Call<BatchGetCardsResponse>(request).cards(0);
}

Deal DealWorth(Office& office, int64_t minor, const std::string& currency = "RUB") {
  auto request = NewDeal();
  request.mutable_deal()->mutable_amount()->set_minor(minor);
  request.mutable_deal()->mutable_amount()->set_currency(currency);
  return office.anna.Call<Deal>(request);
}

Task TaskOf(Office& office, int64_t deal_id, int64_t due) {
  auto request = NewTask(due);
  request.mutable_task()->set_deal_id(deal_id);
  return office.anna.Call<Task>(request);
}

TEST(Board, HasAColumnForEachStageInOrder) {
  Office office;
  const auto board = office.anna.Call<Board>(BoardOf("sales"));
  std::vector<std::string> stages;
  for (const auto& column : board.columns()) stages.push_back(column.stage());
  EXPECT_THAT(stages, ElementsAre("new", "accepted", "talks", "won", "lost"));
  EXPECT_EQ(board.pipeline().name(), "Первичные продажи");
}

TEST(Board, ShowsTheDealsOfAStageNewestFirst) {
  Office office;
  const auto first = office.AnnasDeal();
  const auto second = office.NobodysDeal();
  const auto moved = office.anna.Call<Deal>(Moving(office.AnnasDeal().id(), "talks"));
  EXPECT_THAT(DealsOn(Column(office.boris, "new").cards()), ElementsAre(second.id(), first.id()));
  EXPECT_THAT(DealsOn(Column(office.boris, "talks").cards()), ElementsAre(moved.id()));
}

TEST(Board, FiltersByUserOrByUnowned) {
  Office office;
  const auto annas = office.AnnasDeal();
  const auto nobodys = office.NobodysDeal();
  auto request = BoardOf("sales");
  request.set_responsible_user_id(office.anna_id());
  EXPECT_THAT(DealsOn(Column(office.anna, "new", request).cards()), ElementsAre(annas.id()));
  request.set_responsible_user_id(0);
  EXPECT_THAT(DealsOn(Column(office.anna, "new", request).cards()), ElementsAre(nobodys.id()));
}

TEST(Board, RefusesAnUnknownUser) {
  Office office;
  auto request = BoardOf("sales");
  request.set_responsible_user_id(4711);
  EXPECT_EQ(FailureOf(office.anna, request).code(), grpc::StatusCode::NOT_FOUND);
}

TEST(Board, TotalsAColumnByCurrencyForAllUsers) {
  Office office;
  DealWorth(office, 100);
  const auto given = DealWorth(office, 20);
  DealWorth(office, 7, "USD");
  office.galina.Call<Deal>(Reassigning(given.id(), office.boris_id()));
  const auto column = Column(office.anna, "new");
  ASSERT_EQ(column.totals_size(), 2);
  EXPECT_EQ(column.totals(0).currency(), "RUB");
  EXPECT_EQ(column.totals(0).deals(), 2);
  EXPECT_EQ(column.totals(0).amount_minor(), 120);
  EXPECT_EQ(column.totals(1).amount_minor(), 7);
}

TEST(Board, TotalsOnlyTheDealsOfTheGivenUser) {
  Office office;
  DealWorth(office, 100);
  const auto given = DealWorth(office, 20);
  office.galina.Call<Deal>(Reassigning(given.id(), office.boris_id()));
  auto request = BoardOf("sales");
  request.set_responsible_user_id(office.boris_id());
  const auto column = Column(office.anna, "new", request);
  ASSERT_EQ(column.totals_size(), 1);
  EXPECT_EQ(column.totals(0).amount_minor(), 20);
  EXPECT_EQ(column.totals(0).responsible_user_id(), office.boris_id());
}

TEST(Board, ShowsTheClientOfADeal) {
  Office office;
  const auto contact = office.anna.Call<Contact>(NewContact("Пётр Первый"));
  auto request = NewDeal();
  request.mutable_deal()->set_contact_id(contact.id());
  office.anna.Call<Deal>(request);
  office.AnnasDeal();
  const auto column = Column(office.anna, "new");
  EXPECT_EQ(column.cards(0).contact_name(), "");
  EXPECT_EQ(column.cards(1).contact_name(), "Пётр Первый");
}

TEST(Board, ShowsWhoAsksForWhatUntilTheDealIsTaken) {
  Office office;
  auto request = Asking("8 (916) 123-45-67");
  request.mutable_inquiry()->set_text("\n  Нужен кабель, 300 м.\r\nИ доставка в Тулу.");
  const int64_t deal_id = office.intake.Call<Inquiry>(request).deal_id();
  request.mutable_inquiry()->set_text("И ещё скидка.");
  office.intake.Call<Inquiry>(request);
  EXPECT_EQ(CardOf(office.anna, deal_id).request_line(), "Нужен кабель, 300 м.");
  office.distribution.Call<Deal>(Offering(deal_id, office.anna_id(), kMinute));
  const auto offered = CardOf(office.anna, deal_id);
  EXPECT_EQ(offered.request_line(), "Нужен кабель, 300 м.");
  EXPECT_EQ(offered.contact_phone(), "+79161234567");
  office.anna.Call<Deal>(Taking(deal_id));
  const auto taken = CardOf(office.anna, deal_id);
  EXPECT_EQ(taken.request_line(), "");
  EXPECT_EQ(taken.contact_phone(), "");
}

TEST(Board, CutsALongRequest) {
  Office office;
  auto request = Asking("+79161234567");
  std::string text;
  for (int i = 0; i < 300; ++i) text += "щ";
  request.mutable_inquiry()->set_text(text);
  office.intake.Call<Inquiry>(request);
  EXPECT_EQ(Column(office.anna, "new").cards(0).request_line(), text.substr(0, 2 * 200));
}

TEST(Board, ShowsTheOpenTaskThatIsDueFirst) {
  Office office;
  const int64_t now = Crm().Now();
  const auto deal = office.AnnasDeal();
  const auto done = TaskOf(office, deal.id(), now + kMinute);
  TaskOf(office, deal.id(), now + 3 * kMinute);
  const auto next = TaskOf(office, deal.id(), now + 2 * kMinute);
  office.anna.Call<CompleteTaskResponse>(Completing(done.id()));
  EXPECT_EQ(Column(office.anna, "new").cards(0).next_task().id(), next.id());
}

TEST(Board, ShowsNoTaskIfNoneIsPlanned) {
  Office office;
  const auto deal = office.AnnasDeal();
  office.anna.Call<CompleteTaskResponse>(Completing(TaskOf(office, deal.id(), Crm().Now()).id()));
  EXPECT_FALSE(Column(office.anna, "new").cards(0).has_next_task());
}

TEST(Board, ContinuesWithListCards) {
  Office office;
  std::vector<int64_t> made;
  for (int i = 0; i < 5; ++i) made.insert(made.begin(), office.AnnasDeal().id());
  auto board = BoardOf("sales");
  board.set_cards_per_stage(2);
  const auto column = Column(office.anna, "new", board);
  auto shown = DealsOn(column.cards());
  ListCardsRequest request;
  request.set_pipeline("sales");
  request.set_stage("new");
  request.set_page_size(2);
  request.set_page_token(column.next_page_token());
  while (!request.page_token().empty()) {
    const auto page = office.anna.Call<ListCardsResponse>(request);
    for (const int64_t id : DealsOn(page.cards())) shown.push_back(id);
    request.set_page_token(page.next_page_token());
  }
  EXPECT_EQ(shown, made);
}

TEST(Board, ContinuesIfThePipelineIsGivenById) {
  Office office;
  for (int i = 0; i < 2; ++i) office.AnnasDeal();
  const auto pipeline = office.anna.Call<Pipeline>(GettingPipeline("sales"));
  auto board = BoardOf(std::to_string(pipeline.id()));
  board.set_cards_per_stage(1);
  ListCardsRequest request;
  request.set_pipeline(board.pipeline());
  request.set_stage(std::to_string(pipeline.stages(0).id()));
  request.set_page_token(Column(office.anna, "new", board).next_page_token());
  EXPECT_EQ(office.anna.Call<ListCardsResponse>(request).cards_size(), 1);
}

TEST(Board, HasNoNextPageForACompleteColumn) {
  Office office;
  office.AnnasDeal();
  EXPECT_EQ(Column(office.anna, "new").next_page_token(), "");
}

TEST(Board, ShowsNothingFromAnotherAccount) {
  Office office, others;
  others.AnnasDeal();
  EXPECT_THAT(DealsOn(Column(office.anna, "new").cards()), IsEmpty());
}

TEST(BatchGetCards, ReturnsCardsInTheOrderOfTheRequest) {
  Office office;
  const auto first = office.AnnasDeal();
  const auto second = office.AnnasDeal();
  BatchGetCardsRequest request;
  for (const int64_t id : {second.id(), first.id(), second.id()}) request.add_deal_ids(id);
  EXPECT_THAT(DealsOn(office.boris.Call<BatchGetCardsResponse>(request).cards()),
              ElementsAre(second.id(), first.id(), second.id()));
}

TEST(BatchGetCards, IgnoresDealsOfAnotherAccount) {
  Office office, others;
  for (int i = 0; i < 3; ++i) others.AnnasDeal();
  BatchGetCardsRequest request;
  request.add_deal_ids(office.AnnasDeal().id());
  request.add_deal_ids(3);
  EXPECT_EQ(FailureOf(office.anna, request).code(), grpc::StatusCode::NOT_FOUND);
}

}  // namespace
}  // namespace voronka::testing
