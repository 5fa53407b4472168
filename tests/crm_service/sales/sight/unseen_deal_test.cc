// What is not seen is not there. That no method tells of it is for tests/contract/unseen_test.cc.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/crm_service/people/access/limits.h"
#include "voronka/crm/v1/board.pb.h"

namespace voronka::testing {
namespace {

using namespace crm::v1;
using grpc::StatusCode;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

GetDealRequest Reading(const Deal& deal) {
  GetDealRequest request;
  request.set_deal_id(deal.id());
  return request;
}

class UnseenDeal : public ::testing::Test {
 protected:
  std::vector<int64_t> OnNewStage(client::Client& who, std::optional<int64_t> responsible = std::nullopt) {
    ListDealsRequest request;
    request.set_pipeline("sales");
    request.set_stage("new");
    if (responsible) request.set_responsible_user_id(*responsible);
    std::vector<int64_t> ids;
    const auto response = who.Call<ListDealsResponse>(request);
    for (const auto& deal : response.deals()) ids.push_back(deal.id());
    return ids;
  }

  int64_t TotalOf(client::Client& who) {
    ListStageTotalsRequest request;
    request.set_pipeline("sales");
    int64_t deals = 0;
    const auto response = who.Call<ListStageTotalsResponse>(request);
    for (const auto& total : response.totals()) deals += total.deals();
    return deals;
  }

  Board BoardOf(client::Client& who) {
    GetBoardRequest request;
    request.set_pipeline("sales");
    return who.Call<Board>(request);
  }

  Office office_;
};

TEST_F(UnseenDeal, IsNotFoundAndNeitherListedNorCounted) {
  const auto annas = office_.AnnasDeal();
  const auto nobodys = office_.NobodysDeal();
  const auto own = office_.boris.Call<Deal>(NewDeal());
  LimitManagers(office_, READ_SCOPE_OWN);
  for (const auto& deal : {annas, nobodys}) {
    EXPECT_EQ(FailureOf(office_.boris, Reading(deal)).code(), StatusCode::NOT_FOUND);
  }
  EXPECT_THAT(OnNewStage(office_.boris), ElementsAre(own.id()));
  EXPECT_THAT(OnNewStage(office_.boris, office_.anna_id()), IsEmpty());
  EXPECT_THAT(OnNewStage(office_.boris, 0), IsEmpty());
  EXPECT_EQ(TotalOf(office_.boris), 1);
  const auto board = BoardOf(office_.boris);
  ASSERT_EQ(board.columns(0).cards_size(), 1);
  EXPECT_EQ(board.columns(0).totals(0).deals(), 1);
  EXPECT_EQ(TotalOf(office_.galina), 3);
}

TEST_F(UnseenDeal, IsRefusedLikeAMissingOne) {
  const auto annas = office_.AnnasDeal();
  LimitManagers(office_, READ_SCOPE_OWN);
  auto missing = annas;
  missing.set_id(annas.id() + 1);
  const auto unseen = FailureOf(office_.boris, Reading(annas));
  const auto absent = FailureOf(office_.boris, Reading(missing));
  EXPECT_EQ(unseen.code(), absent.code());
  EXPECT_EQ(unseen.reason(), absent.reason());
  EXPECT_EQ(unseen.field_violations().size(), absent.field_violations().size());
}

TEST_F(UnseenDeal, IsNotWrittenTo) {
  const auto annas = office_.AnnasDeal();
  LimitManagers(office_, READ_SCOPE_OWN);
  EXPECT_EQ(FailureOf(office_.boris, Renaming(annas.id(), "моя")).code(), StatusCode::NOT_FOUND);
  EXPECT_EQ(FailureOf(office_.boris, Moving(annas.id(), "talks")).code(), StatusCode::NOT_FOUND);
  EXPECT_EQ(FailureOf(office_.boris, Noting(annas.id(), "тук-тук")).code(), StatusCode::NOT_FOUND);
  auto task = NewTask(Crm().Now());
  task.mutable_task()->set_deal_id(annas.id());
  EXPECT_THAT(ViolationsOf(office_.boris, task), ElementsAre("UNKNOWN_DEAL at task.deal_id"));
}

TEST_F(UnseenDeal, IsOutOfReachOfTheHeadOfAnotherTeam) {
  MakeTeam(office_, {office_.anna_id()});
  const auto deal = office_.boris.Call<Deal>(NewDeal());
  office_.olga.Call<RoleAccess>(Limiting(options::v1::ROLE_HEAD_OF_SALES, READ_SCOPE_TEAM));
  EXPECT_EQ(FailureOf(office_.galina, Moving(deal.id(), "talks")).code(), StatusCode::NOT_FOUND);
}

TEST_F(UnseenDeal, OfATeamIsListedInOrderAtAnyPageSize) {
  MakeTeam(office_, {office_.anna_id(), office_.boris_id()});
  auto anna = Crm().User(office_.anna_user.login());
  auto boris = Crm().User(office_.boris_user.login());
  std::vector<int64_t> made;
  for (int i = 0; i < 3; ++i) {
    made.insert(made.begin(), anna.Call<Deal>(NewDeal()).id());
    office_.galina.Call<Deal>(NewDeal());
    made.insert(made.begin(), boris.Call<Deal>(NewDeal()).id());
  }
  LimitManagers(office_, READ_SCOPE_TEAM);
  ListDealsRequest request;
  request.set_pipeline("sales");
  request.set_stage("new");
  request.set_page_size(2);
  std::vector<int64_t> listed;
  do {
    const auto page = anna.Call<ListDealsResponse>(request);
    for (const auto& deal : page.deals()) listed.push_back(deal.id());
    request.set_page_token(page.next_page_token());
  } while (!request.page_token().empty());
  EXPECT_EQ(listed, made);
}

TEST_F(UnseenDeal, ThatSomebodyMissedIsToldToBeWithAnother) {
  const auto lapsed = office_.LapsedOfferTo(office_.anna_id());
  office_.distribution.Call<Deal>(Reclaiming(lapsed.id()));
  office_.distribution.Call<Deal>(Giving(lapsed.id(), office_.boris_id()));
  LimitManagers(office_, READ_SCOPE_OWN);
  const auto failure = FailureOf(office_.anna, Taking(lapsed.id()));
  EXPECT_EQ(failure.reason(), "OFFER_EXPIRED");
  EXPECT_EQ(failure.metadata("responsible_name"), "boris");
}

TEST_F(UnseenDeal, LeavesATaskToWhoeverHasIt) {
  const auto annas = office_.AnnasDeal();
  auto request = NewTask(Crm().Now());
  request.mutable_task()->set_deal_id(annas.id());
  request.mutable_task()->set_assignee_user_id(office_.boris_id());
  const auto task = office_.anna.Call<Task>(request);
  request.mutable_task()->set_assignee_user_id(office_.anna_id());
  const auto other = office_.anna.Call<Task>(request);
  office_.anna.Call<Deal>(Renaming(annas.id(), "Тайна"));
  LimitManagers(office_, READ_SCOPE_OWN);
  const auto cards = office_.boris.Call<ListTaskCardsResponse>(ListTaskCardsRequest());
  ASSERT_EQ(cards.cards_size(), 1);
  EXPECT_EQ(cards.cards(0).task().id(), task.id());
  EXPECT_EQ(cards.cards(0).deal_name(), "");
  GetTaskRequest get;
  get.set_task_id(other.id());
  EXPECT_EQ(FailureOf(office_.boris, get).code(), StatusCode::NOT_FOUND);
  auto complete = Completing(task.id());
  complete.mutable_next_task()->set_text("И ещё раз");
  *complete.mutable_next_task()->mutable_due_time() = Instant(Crm().Now());
  EXPECT_EQ(office_.boris.Call<CompleteTaskResponse>(complete).next_task().deal_id(), annas.id());
}

}  // namespace
}  // namespace voronka::testing
