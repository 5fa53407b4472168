#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/crm_service/office.h"

namespace voronka::testing {
namespace {

using namespace crm::v1;

ListStageHistoryRequest HistoryOf(int64_t deal_id, int page_size = 0) {
  ListStageHistoryRequest request;
  request.set_deal_id(deal_id);
  request.set_page_size(page_size);
  return request;
}

// A deal that has been in new, accepted and talks, with other writes in between.
Deal Travelled(Office& office) {
  const auto deal = office.AnnasDeal();
  office.anna.Call<Deal>(Moving(deal.id(), "accepted"));
  office.anna.Call<Deal>(Renaming(deal.id(), "Столы"));
  office.galina.Call<Deal>(Reassigning(deal.id(), office.boris_id()));
  return office.boris.Call<Deal>(Moving(deal.id(), "talks"));
}

TEST(StageHistory, ListsTheStagesInOrder) {
  Office office;
  const auto deal = Travelled(office);
  const auto visits = office.anna.Call<ListStageHistoryResponse>(HistoryOf(deal.id())).visits();
  ASSERT_EQ(visits.size(), 3);
  EXPECT_EQ(visits[0].stage(), "new");
  EXPECT_EQ(visits[1].stage(), "accepted");
  EXPECT_EQ(visits[2].stage(), "talks");
  EXPECT_EQ(visits[2].enter_time().SerializeAsString(), deal.stage_enter_time().SerializeAsString());
}

TEST(StageHistory, EndsAVisitWhenTheNextBegins) {
  Office office;
  const auto visits = office.anna.Call<ListStageHistoryResponse>(HistoryOf(Travelled(office).id())).visits();
  ASSERT_EQ(visits.size(), 3);
  for (const int i : {0, 1}) {
    EXPECT_EQ(visits[i].leave_time().SerializeAsString(), visits[i + 1].enter_time().SerializeAsString());
  }
  EXPECT_FALSE(visits[2].has_leave_time());
}

TEST(StageHistory, RecordsTheOwnerOnEntering) {
  Office office;
  const auto visits = office.anna.Call<ListStageHistoryResponse>(HistoryOf(Travelled(office).id())).visits();
  ASSERT_EQ(visits.size(), 3);
  EXPECT_EQ(visits[1].responsible_user_id(), office.anna_id());
  EXPECT_EQ(visits[2].responsible_user_id(), office.boris_id());
}

TEST(StageHistory, IncludesTheEndOfTheLastVisitOnAPage) {
  Office office;
  const auto deal = Travelled(office);
  const auto whole = office.anna.Call<ListStageHistoryResponse>(HistoryOf(deal.id())).visits();
  auto request = HistoryOf(deal.id(), 2);
  auto page = office.anna.Call<ListStageHistoryResponse>(request);
  ASSERT_EQ(page.visits_size(), 2);
  EXPECT_EQ(page.visits(1).SerializeAsString(), whole[1].SerializeAsString());
  request.set_page_token(page.next_page_token());
  page = office.anna.Call<ListStageHistoryResponse>(request);
  ASSERT_EQ(page.visits_size(), 1);
  EXPECT_EQ(page.visits(0).SerializeAsString(), whole[2].SerializeAsString());
  EXPECT_EQ(page.next_page_token(), "");
}

TEST(StageHistory, NamesThePipelineOfEachStage) {
  Office office;
  auto request = Moving(office.AnnasDeal().id(), "new");
  request.set_pipeline("repeat");
  office.anna.Call<Deal>(request);
  const auto visits = office.anna.Call<ListStageHistoryResponse>(HistoryOf(request.deal_id())).visits();
  ASSERT_EQ(visits.size(), 2);
  EXPECT_EQ(visits[0].pipeline(), "sales");
  EXPECT_EQ(visits[1].pipeline(), "repeat");
}

TEST(StageHistory, IsNotFoundForADealInAnotherAccount) {
  Office office;
  Colleagues others;
  EXPECT_EQ(FailureOf(others.anna, HistoryOf(office.AnnasDeal().id())).code(), grpc::StatusCode::NOT_FOUND);
}

}  // namespace
}  // namespace voronka::testing
