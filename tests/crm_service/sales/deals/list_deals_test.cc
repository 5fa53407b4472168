#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/crm_service/office.h"

namespace voronka::testing {
namespace {

using namespace crm::v1;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

ListDealsRequest ListingStage(const std::string& stage) {
  ListDealsRequest request;
  request.set_pipeline("sales");
  request.set_stage(stage);
  return request;
}

std::vector<int64_t> Listed(client::Client& who, const ListDealsRequest& request) {
  std::vector<int64_t> ids;
  const auto response = who.Call<ListDealsResponse>(request);
  for (const auto& deal : response.deals()) ids.push_back(deal.id());
  return ids;
}

TEST(ListDeals, ReturnsTheDealsOfAStageNewestFirst) {
  Office office;
  const auto first = office.AnnasDeal();
  const auto moved = office.anna.Call<Deal>(Moving(office.AnnasDeal().id(), "talks"));
  const auto last = office.NobodysDeal();
  EXPECT_THAT(Listed(office.boris, ListingStage("new")), ElementsAre(last.id(), first.id()));
  EXPECT_THAT(Listed(office.boris, ListingStage("talks")), ElementsAre(moved.id()));
}

TEST(ListDeals, FiltersByUserOrByUnowned) {
  Office office;
  const auto annas = office.AnnasDeal();
  const auto nobodys = office.NobodysDeal();
  auto request = ListingStage("new");
  request.set_responsible_user_id(office.anna_id());
  EXPECT_THAT(Listed(office.anna, request), ElementsAre(annas.id()));
  request.set_responsible_user_id(0);
  EXPECT_THAT(Listed(office.anna, request), ElementsAre(nobodys.id()));
}

TEST(ListDeals, ReturnsEachOnceAtAnyPageSize) {
  Office office;
  std::vector<int64_t> made;
  for (int i = 0; i < 5; ++i) made.insert(made.begin(), office.AnnasDeal().id());
  auto request = ListingStage("new");
  request.set_page_size(2);
  std::vector<int64_t> listed;
  do {
    const auto page = office.anna.Call<ListDealsResponse>(request);
    for (const auto& deal : page.deals()) listed.push_back(deal.id());
    request.set_page_token(page.next_page_token());
  } while (!request.page_token().empty());
  EXPECT_EQ(listed, made);
}

TEST(ListDeals, DoesNotFindAnUnknownStage) {
  Office office;
  EXPECT_EQ(FailureOf(office.anna, ListingStage("unknown")).code(), grpc::StatusCode::NOT_FOUND);
}

TEST(ListDeals, ShowsNothingFromAnotherAccount) {
  Office office, others;
  others.AnnasDeal();
  EXPECT_THAT(Listed(office.anna, ListingStage("new")), IsEmpty());
}

}  // namespace
}  // namespace voronka::testing
