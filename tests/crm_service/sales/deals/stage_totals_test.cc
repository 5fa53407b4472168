#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <random>

#include "foundation/storage/connection.h"
#include "tests/crm_service/office.h"
#include "tests/crm_service/race.h"

namespace voronka::testing {
namespace {

using namespace crm::v1;
using ::testing::Each;
using ::testing::ElementsAre;

ListStageTotalsRequest TotalsOf(const std::string& pipeline) {
  ListStageTotalsRequest request;
  request.set_pipeline(pipeline);
  return request;
}

std::string Line(const std::string& pipeline, const std::string& stage, int64_t responsible,
                 const std::string& currency, int64_t deals, int64_t amount) {
  return fmt::format("{}/{} of {} in {}: {} deals, {}", pipeline, stage, responsible, currency, deals, amount);
}

std::vector<std::string> Kept(Office& office, const ListStageTotalsRequest& request) {
  std::vector<std::string> lines;
  const auto response = office.anna.Call<ListStageTotalsResponse>(request);
  for (const auto& total : response.totals()) {
    lines.push_back(Line(total.pipeline(), total.stage(), total.responsible_user_id(), total.currency(), total.deals(),
                         total.amount_minor()));
  }
  std::sort(lines.begin(), lines.end());
  return lines;
}

std::vector<std::string> Counted(Office& office, const std::string& pipeline) {
  std::vector<std::string> lines;
  for (const auto& row : Crm().db().Query(
           "SELECT stage, responsible_user_id, COALESCE(amount_currency, ''), COUNT(*), "
           "CAST(COALESCE(SUM(amount_minor), 0) AS SIGNED) FROM deals WHERE account_id = ? AND pipeline = ? "
           "GROUP BY stage, responsible_user_id, COALESCE(amount_currency, '')",
           office.account_id(), pipeline)) {
    lines.push_back(Line(pipeline, row.Text(0), row.Int(1), row.Text(2), row.Int(3), row.Int(4)));
  }
  std::sort(lines.begin(), lines.end());
  return lines;
}

void ExpectKeptAsCounted(Office& office) {
  for (const char* pipeline : {"sales", "repeat"}) {
    EXPECT_EQ(Kept(office, TotalsOf(pipeline)), Counted(office, pipeline));
  }
}

CreateDealRequest Worth(int64_t amount) {
  auto request = NewDeal();
  request.mutable_deal()->mutable_amount()->set_minor(amount);
  request.mutable_deal()->mutable_amount()->set_currency("RUB");
  return request;
}

TEST(StageTotals, CountAndSumByStageOwnerAndCurrency) {
  Office office;
  office.anna.Call<Deal>(Worth(100));
  office.anna.Call<Deal>(Worth(20));
  office.boris.Call<Deal>(Worth(3));
  office.AnnasDeal();
  EXPECT_THAT(Kept(office, TotalsOf("sales")),
              ElementsAre("sales/new of 2 in : 1 deals, 0", "sales/new of 2 in RUB: 2 deals, 120",
                          "sales/new of 3 in RUB: 1 deals, 3"));
}

TEST(StageTotals, AreForOneUserIfOneIsGiven) {
  Office office;
  office.anna.Call<Deal>(Worth(100));
  office.boris.Call<Deal>(Worth(3));
  office.NobodysDeal();
  auto request = TotalsOf("sales");
  request.set_responsible_user_id(office.boris_id());
  EXPECT_THAT(Kept(office, request), ElementsAre("sales/new of 3 in RUB: 1 deals, 3"));
  request.set_responsible_user_id(0);
  EXPECT_THAT(Kept(office, request), ElementsAre("sales/new of 0 in : 1 deals, 0"));
}

TEST(StageTotals, OmitAStageThatIsEmptyAgain) {
  Office office;
  const auto deal = office.anna.Call<Deal>(Worth(100));
  office.anna.Call<Deal>(Moving(deal.id(), "talks"));
  EXPECT_THAT(Kept(office, TotalsOf("sales")), ElementsAre("sales/talks of 2 in RUB: 1 deals, 100"));
}

TEST(StageTotals, DoNotChangeOnARefusedCall) {
  Office office;
  const auto deal = office.anna.Call<Deal>(Worth(100));
  FailureOf(office.anna, Moving(deal.id(), "lost"));
  EXPECT_THAT(Kept(office, TotalsOf("sales")), ElementsAre("sales/new of 2 in RUB: 1 deals, 100"));
}

TEST(StageTotals, AreRightAfterConcurrentMovesInBothDirections) {
  Office office;
  std::vector<std::function<void()>> moves;
  for (int i = 0; i < 16; ++i) {
    const auto deal = office.anna.Call<Deal>(Worth(1));
    const bool there = i % 2 == 0;
    if (there) office.anna.Call<Deal>(Moving(deal.id(), "talks"));
    moves.emplace_back([&office, deal, there] { office.anna.Call<Deal>(Moving(deal.id(), there ? "new" : "talks")); });
  }
  EXPECT_THAT(Race(moves), Each(""));
  ExpectKeptAsCounted(office);
}

// Random calls on deals, by anybody, refused or not.
class RandomWork {
 public:
  RandomWork(Office& office, unsigned seed) : office_(office), random_(seed) {}

  void Step() {
    if (deals_.empty() || Below(4) == 0) return Create();
    const int64_t deal_id = deals_[Below(static_cast<int>(deals_.size()))];
    try {
      Work(deal_id);
    } catch (const client::CallFailed& refusal) {
      ASSERT_TRUE(refusal.code() == grpc::StatusCode::FAILED_PRECONDITION ||
                  refusal.code() == grpc::StatusCode::INVALID_ARGUMENT)
          << refusal.what();
    }
  }

 private:
  int Below(int limit) { return std::uniform_int_distribution<int>(0, limit - 1)(random_); }
  int64_t Somebody() { return std::array{office_.anna_id(), office_.boris_id(), office_.galina_id()}.at(Below(3)); }

  void Create() {
    auto request = Below(2) == 0 ? NewDeal() : Worth(Below(1000));
    if (Below(2) == 0) request.mutable_deal()->set_responsible_user_id(Somebody());
    deals_.push_back(office_.intake.Call<Deal>(request).id());
  }

  void Work(int64_t deal_id) {
    switch (Below(6)) {
      case 0:
        return Move(deal_id);
      case 1:
        return Appraise(deal_id);
      case 2:
        return void(office_.galina.Call<Deal>(Reassigning(deal_id, Somebody())));
      case 3:
        return void(office_.distribution.Call<Deal>(Offering(deal_id, Somebody(), kMinute)));
      case 4:
        return void(office_.anna.Call<Deal>(Taking(deal_id)));
      default:
        return void(office_.boris.Call<Deal>(Declining(deal_id)));
    }
  }

  void Move(int64_t deal_id) {
    static const std::array<std::string, 5> kStages = {"new", "accepted", "talks", "won", "lost"};
    auto request = Moving(deal_id, kStages.at(Below(5)));
    if (Below(3) == 0) request.set_pipeline("repeat");
    request.set_loss_reason("price");
    request.set_loss_comment("Передумали");
    request.set_comment("Передумали");
    office_.galina.Call<Deal>(request);
  }

  void Appraise(int64_t deal_id) {
    UpdateDealRequest request;
    request.set_deal_id(deal_id);
    request.mutable_update_mask()->add_paths("amount");
    request.mutable_deal();
    if (Below(3) != 0) {
      request.mutable_deal()->mutable_amount()->set_minor(Below(1000));
      request.mutable_deal()->mutable_amount()->set_currency(Below(2) == 0 ? "RUB" : "USD");
    }
    office_.galina.Call<Deal>(request);
  }

  Office& office_;
  std::mt19937 random_;
  std::vector<int64_t> deals_;
};

TEST(StageTotals, AlwaysEqualARecount) {
  Office office;
  for (const unsigned seed : {1U, 2U, 3U}) {
    SCOPED_TRACE(seed);
    RandomWork work(office, seed);
    for (int step = 0; step < 100; ++step) work.Step();
    ExpectKeptAsCounted(office);
  }
}

}  // namespace
}  // namespace voronka::testing
