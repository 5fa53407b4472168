// Pages of a filter while others write, and where there is more than is read at once.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <atomic>
#include <set>
#include <string>
#include <thread>

#include "foundation/security/base64url.h"
#include "foundation/storage/connection.h"
#include "tests/crm_service/fields/field_set_samples.h"
#include "tests/crm_service/office.h"
#include "tests/crm_service/work/filters/filtering.h"
#include "voronka/crm/v1/board.pb.h"

namespace voronka::testing {
namespace {

using namespace crm::v1;
using ::testing::HasSubstr;
using ::testing::IsSupersetOf;
using ::testing::Not;

std::vector<int64_t> MakeDeals(Office& office, int count) {
  std::vector<int64_t> ids;
  for (int i = 0; i < count; ++i) ids.push_back(office.AnnasDeal().id());
  return ids;
}

// Copies of the account's deals, 2^times in all of each, older than these.
void Multiply(Office& office, int times) {
  int64_t apart = 1'000'000;
  for (int i = 0; i < times; ++i, apart *= 2) {
    Crm().db().Execute(
        "INSERT INTO deals (account_id, id, name, pipeline, stage, state, contact_id, responsible_user_id, "
        "offer_attempt, epoch, etag, client_manager_user_id, loss_reason, loss_comment, create_time, update_time, "
        "stage_enter_time, fields) SELECT account_id, id + ?, name, pipeline, stage, state, contact_id, "
        "responsible_user_id, offer_attempt, epoch, etag, client_manager_user_id, loss_reason, loss_comment, "
        "create_time, update_time, stage_enter_time, fields FROM deals WHERE account_id = ?",
        apart, office.account_id());
  }
}

TEST(FilterPages, HaveNothingTwiceAndMissNothingThatStandsStill) {
  Office office;
  const auto moving = MakeDeals(office, 30);
  const auto still = MakeDeals(office, 60);
  for (const std::string order : {"id desc", "create_time", "amount", "close_time desc"}) {
    std::atomic<bool> is_over = false;
    std::thread writer([&] {
      for (int i = 0; !is_over; ++i) {
        UpdateDealRequest request = Renaming(moving[i % moving.size()], "Сделка " + std::to_string(i));
        office.olga.Call<Deal>(request);
      }
    });
    const auto ids =
        AllIds(office.galina, DealsThat(Comparing("deal.state", "ONE_OF values { choice: 'open' }"), order));
    is_over = true;
    writer.join();
    EXPECT_EQ(std::set(ids.begin(), ids.end()).size(), ids.size()) << order;
    EXPECT_THAT(ids, IsSupersetOf(still)) << order;
  }
}

// Some say how large they are, in a field that others keep changing.
void AddArea(Office& office) {
  auto set = office.olga.Call<FieldSet>(Getting(ENTITY_DEAL));
  auto area = OwnField("area", Field::KIND_NUMBER);
  area.set_filterable(true);
  *set.add_fields() = area;
  office.olga.Call<FieldSet>(Updating(set));
}

// 0: unmeasured.
UpdateDealRequest Measuring(int64_t deal_id, int area) {
  UpdateDealRequest request;
  request.set_deal_id(deal_id);
  auto& fields = *request.mutable_deal()->mutable_fields();
  if (area != 0) fields["area"].set_number(std::to_string(area));
  request.mutable_update_mask()->add_paths("fields.area");
  return request;
}

TEST(FilterPages, HaveOnceWhatStandsStillWhileOthersChangePlaces) {
  Office office;
  AddArea(office);
  const auto moving = MakeDeals(office, 30);
  const auto still = MakeDeals(office, 40);
  for (size_t i = 0; i < still.size(); ++i) office.olga.Call<Deal>(Measuring(still[i], static_cast<int>(i % 7)));
  for (const std::string order :
       {"update_time desc", "name", "responsible_user_id desc", "fields.area", "fields.area desc"}) {
    std::atomic<bool> is_over = false;
    std::thread writer([&] {
      for (size_t i = 0; !is_over && i < 500; ++i) {
        const auto id = moving[i % moving.size()];
        office.olga.Call<Deal>(Renaming(id, "Сделка " + std::to_string(i)));
        office.olga.Call<Deal>(Measuring(id, static_cast<int>(i * 5 % 11)));
        office.olga.Call<Deal>(Reassigning(id, i / moving.size() % 2 == 0 ? office.boris_id() : office.anna_id()));
      }
    });
    // By an index of few, and in the order asked for.
    for (const auto& filter : {Comparing("deal.pipeline", "ONE_OF values { choice: 'sales' }"),
                               Comparing("deal.stage", "NONE_OF values { choice: 'lost' }")}) {
      const auto ids = AllIds(office.galina, DealsThat(filter, order));
      for (const int64_t id : still) EXPECT_EQ(std::ranges::count(ids, id), 1) << id << " by " << order;
    }
    is_over = true;
    writer.join();
  }
}

TEST(FilterPages, HaveTokensThatTellNothingAndServeOneUser) {
  Office office;
  for (const int64_t id : MakeDeals(office, 3)) office.anna.Call<Deal>(Renaming(id, "Секрет"));
  auto request = DealsThat(Comparing("deal.state", "ONE_OF values { choice: 'open' }"), "name");
  request.set_page_size(1);
  const auto token = office.galina.Call<FilterDealsResponse>(request).next_page_token();
  EXPECT_THAT(security::DecodeBase64Url(token), Not(HasSubstr("Секрет")));
  request.set_page_token(token);
  EXPECT_EQ(office.galina.Call<FilterDealsResponse>(request).deals_size(), 1);
  EXPECT_EQ(FailureOf(office.olga, request).reason(), "BAD_PAGE_TOKEN");
}

TEST(FilterPages, GoOnWhereNothingNarrows) {
  Office office;
  office.AnnasDeal();
  office.anna.Call<Deal>(Renaming(office.AnnasDeal().id(), "Редкость"));
  Multiply(office, 13);
  const auto rare = Comparing("deal.name", "CONTAINS values { text: 'редкость' }");
  auto request = DealsThat(rare, "create_time");
  const auto first = office.galina.Call<FilterDealsResponse>(request);
  EXPECT_FALSE(first.next_page_token().empty());
  EXPECT_EQ(AllIds(office.galina, DealsThat(rare, "id desc"), 1'000).size(), 8'192U);
  EXPECT_EQ(AllIds(office.galina, DealsThat(rare, "responsible_user_id"), 1'000).size(), 8'192U);
  const auto counted = CountOf(office.galina, rare);
  EXPECT_TRUE(counted.is_partial()) << "16,384 deals are more than are counted";
  EXPECT_GT(counted.count(), 0);
  EXPECT_LE(counted.count(), 10'000);
  const auto by_id = Comparing("deal.id", "LESS values { number: '1000000' }");
  EXPECT_EQ(CountOf(office.galina, by_id).count(), 2);
  EXPECT_FALSE(CountOf(office.galina, by_id).is_partial());
}

TEST(FilterPages, GoOnAmongThoseWithoutAValue) {
  Office office;
  AddArea(office);
  const auto small = office.AnnasDeal().id();
  const auto large = office.AnnasDeal().id();
  office.anna.Call<Deal>(Measuring(small, 9));
  office.anna.Call<Deal>(Measuring(large, 10));
  Multiply(office, 12);
  const auto all = Comparing("deal.stage", "NONE_OF values { choice: 'lost' }");
  const auto ids = AllIds(office.galina, DealsThat(all, "fields.area"), 1'000);
  ASSERT_EQ(ids.size(), 8'192U);
  EXPECT_EQ(ids[0], small);
  EXPECT_EQ(ids[1], large);
  EXPECT_EQ(std::set(ids.begin(), ids.end()).size(), ids.size());
  auto request = DealsThat(Comparing("deal.name", "CONTAINS values { text: 'редкость' }"), "fields.area");
  const auto page = office.galina.Call<FilterDealsResponse>(request);
  EXPECT_EQ(page.deals_size(), 0);
  EXPECT_FALSE(page.next_page_token().empty()) << "8,192 deals are more than are read at once";
}

TEST(FilteredBoard, ShowsAndCountsWhatSuits) {
  Office office;
  MakeDeals(office, 5);
  auto worth = NewDeal();
  worth.mutable_deal()->mutable_amount()->set_minor(70'000);
  worth.mutable_deal()->mutable_amount()->set_currency("RUB");
  const auto deal = office.anna.Call<Deal>(worth);
  const auto other = office.anna.Call<Deal>(worth);
  GetBoardRequest request;
  request.set_pipeline("sales");
  request.set_cards_per_stage(1);
  *request.mutable_filter() = Comparing("deal.amount", "FILLED");
  const auto board = office.anna.Call<Board>(request);
  ASSERT_EQ(board.columns(0).cards_size(), 1);
  EXPECT_EQ(board.columns(0).cards(0).deal().id(), other.id());
  ASSERT_EQ(board.columns(0).totals_size(), 1);
  EXPECT_EQ(board.columns(0).totals(0).deals(), 2);
  EXPECT_EQ(board.columns(0).totals(0).amount_minor(), 140'000);
  EXPECT_FALSE(board.columns(0).totals_are_partial());
  EXPECT_EQ(board.columns(1).totals_size(), 0);

  ListCardsRequest more;
  more.set_pipeline("sales");
  more.set_stage("new");
  more.set_page_token(board.columns(0).next_page_token());
  *more.mutable_filter() = request.filter();
  const auto rest = office.anna.Call<ListCardsResponse>(more);
  ASSERT_EQ(rest.cards_size(), 1);
  EXPECT_EQ(rest.cards(0).deal().id(), deal.id());
  EXPECT_TRUE(rest.next_page_token().empty());
}

TEST(FilteredBoard, ReadsNoMoreThanAList) {
  Office office;
  const int64_t oldest = office.AnnasDeal().id();
  Multiply(office, 12);
  office.anna.Call<Deal>(Renaming(oldest, "Редкость"));
  GetBoardRequest request;
  request.set_pipeline("sales");
  *request.mutable_filter() = Comparing("deal.name", "CONTAINS values { text: 'редкость' }");
  const auto board = office.anna.Call<Board>(request);
  EXPECT_EQ(board.columns(0).cards_size(), 0) << "it is too far down among 4,096 deals";
  ASSERT_FALSE(board.columns(0).next_page_token().empty());
  ASSERT_EQ(board.columns(0).totals_size(), 1);
  EXPECT_EQ(board.columns(0).totals(0).deals(), 1);
  EXPECT_FALSE(board.columns(0).totals_are_partial());

  ListCardsRequest more;
  more.set_pipeline("sales");
  more.set_stage("new");
  more.set_page_token(board.columns(0).next_page_token());
  *more.mutable_filter() = request.filter();
  const auto rest = office.anna.Call<ListCardsResponse>(more);
  ASSERT_EQ(rest.cards_size(), 1);
  EXPECT_EQ(rest.cards(0).deal().id(), oldest);
}

}  // namespace
}  // namespace voronka::testing
