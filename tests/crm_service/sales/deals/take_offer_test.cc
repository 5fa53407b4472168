#include <gmock/gmock.h>
#include <google/protobuf/util/time_util.h>
#include <gtest/gtest.h>

#include <future>
#include <optional>
#include <thread>

#include "tests/crm_service/office.h"
#include "tests/crm_service/race.h"
#include "tests/crm_service/sales/deals/row_lock.h"

namespace voronka::testing {
namespace {

using namespace crm::v1;
using google::protobuf::util::TimeUtil;
using ::testing::AnyOf;
using ::testing::ElementsAre;
using ::testing::UnorderedElementsAre;

TEST(TakeOffer, MakesTheCallerTheOwner) {
  Office office;
  const auto before = office.OfferedTo(office.anna_id());
  const auto after = office.anna.Call<Deal>(Taking(before.id()));
  EXPECT_EQ(after.responsible_user_id(), office.anna_id());
  EXPECT_FALSE(after.has_offer_deadline());
  EXPECT_EQ(after.stage(), before.stage());
  EXPECT_EQ(after.epoch(), before.epoch() + 1);
  EXPECT_EQ(FailureOf(office.distribution, Reclaiming(before.id())).reason(), "NO_OFFER");
}

// `sales` with the take stage `accepted`.
void MoveTakenDealsOn(Office& office) {
  auto pipeline = SalesPipeline();
  pipeline.set_take_stage("accepted");
  office.olga.Call<Pipeline>(Updating(pipeline));
}

TEST(TakeOffer, MovesTheDealToTheTakeStageOfItsPipeline) {
  Office office;
  MoveTakenDealsOn(office);
  const auto before = office.OfferedTo(office.anna_id());
  const auto after = office.anna.Call<Deal>(Taking(before.id()));
  EXPECT_EQ(after.stage(), "accepted");
  EXPECT_EQ(after.responsible_user_id(), office.anna_id());
  EXPECT_FALSE(after.has_offer_deadline());
  EXPECT_EQ(after.epoch(), before.epoch() + 1);
  const auto change = office.LastChange<Deal>();
  EXPECT_EQ(change.kind, ResourceChange::KIND_MOVED);
  EXPECT_EQ(change.before.SerializeAsString(), before.SerializeAsString());
  EXPECT_EQ(change.after.SerializeAsString(), after.SerializeAsString());
}

TEST(TakeOffer, SaysInTheTimelineThatItMovedTheDeal) {
  Office office;
  MoveTakenDealsOn(office);
  const auto deal = office.OfferedTo(office.anna_id());
  office.anna.Call<Deal>(Taking(deal.id()));
  const auto last = office.TimelineOf(deal.id()).back();
  EXPECT_EQ(last.kind(), TimelineEntry::KIND_OFFER_TAKEN);
  EXPECT_EQ(last.from_stage(), "new");
  EXPECT_EQ(last.to_stage(), "accepted");
}

TEST(TakeOffer, LeavesADealThatIsFurtherOnInItsStage) {
  Office office;
  MoveTakenDealsOn(office);
  auto request = NewDeal();
  request.mutable_deal()->set_stage("talks");
  const auto deal = office.intake.Call<Deal>(request);
  office.distribution.Call<Deal>(Offering(deal.id(), office.anna_id(), kMinute));
  EXPECT_EQ(office.anna.Call<Deal>(Taking(deal.id())).stage(), "talks");
  EXPECT_EQ(office.LastChange<Deal>().kind, ResourceChange::KIND_TAKEN);
}

TEST(TakeOffer, MovesNoDealAfterTheDeadline) {
  Office office;
  MoveTakenDealsOn(office);
  const auto deal = office.LapsedOfferTo(office.anna_id());
  EXPECT_EQ(FailureOf(office.anna, Taking(deal.id())).reason(), "OFFER_EXPIRED");
  EXPECT_EQ(office.Find(deal.id()).SerializeAsString(), deal.SerializeAsString());
}

TEST(TakeOffer, IsRefusedAtTheDeadline) {
  Office office;
  const auto deal = office.LapsedOfferTo(office.anna_id());
  const auto failure = FailureOf(office.anna, Taking(deal.id()));
  EXPECT_EQ(failure.code(), grpc::StatusCode::FAILED_PRECONDITION);
  EXPECT_EQ(failure.reason(), "OFFER_EXPIRED");
  EXPECT_EQ(office.Find(deal.id()).SerializeAsString(), deal.SerializeAsString());
}

// The deadline is compared with the clock after the lock is taken, not when the call came.
TEST(TakeOffer, IsRefusedIfItWaitsForTheRowPastTheDeadline) {
  Office office;
  const auto deal = office.NobodysDeal();
  const auto offered = office.distribution.Call<Deal>(Offering(deal.id(), office.anna_id(), 1'000'000));
  const int64_t deadline = TimeUtil::TimestampToMicroseconds(offered.offer_deadline());
  std::optional<RowLock> lock(std::in_place, office.account_id(), deal.id());
  auto taken = std::async(std::launch::async, [&] { return FailureOf(office.anna, Taking(deal.id())).reason(); });
  while (!lock->IsWaitedFor() && DatabaseNow() < deadline) std::this_thread::yield();
  EXPECT_TRUE(lock->IsWaitedFor());
  while (DatabaseNow() < deadline) std::this_thread::yield();
  lock.reset();
  EXPECT_EQ(taken.get(), "OFFER_EXPIRED");
}

// Until the reclaim the deal is the caller's, which is not worth saying.
TEST(TakeOffer, NamesNobodyWhileTheExpiredOfferIsTheCallers) {
  Office office;
  const auto failure = FailureOf(office.anna, Taking(office.LapsedOfferTo(office.anna_id()).id()));
  EXPECT_EQ(failure.reason(), "OFFER_EXPIRED");
  EXPECT_EQ(failure.metadata("responsible_user_id"), "");
  EXPECT_EQ(failure.metadata("responsible_name"), "");
  EXPECT_EQ(failure.localized_message(), "Сделка не взята вовремя.");
}

TEST(TakeOffer, NamesNobodyIfTheReclaimedDealIsNobodys) {
  Office office;
  const auto deal = office.LapsedOfferTo(office.anna_id());
  office.distribution.Call<Deal>(Reclaiming(deal.id()));
  const auto failure = FailureOf(office.anna, Taking(deal.id()));
  EXPECT_EQ(failure.reason(), "OFFER_EXPIRED");
  EXPECT_EQ(failure.metadata("responsible_user_id"), "");
  EXPECT_EQ(failure.metadata("responsible_name"), "");
}

TEST(TakeOffer, SaysWhoHasTheDealIfTheOfferExpired) {
  Office office;
  const auto deal = office.LapsedOfferTo(office.anna_id());
  office.distribution.Call<Deal>(Reclaiming(deal.id()));
  office.distribution.Call<Deal>(Giving(deal.id(), office.boris_id()));
  const auto failure = FailureOf(office.anna, Taking(deal.id()));
  EXPECT_EQ(failure.reason(), "OFFER_EXPIRED");
  EXPECT_EQ(failure.metadata("responsible_user_id"), std::to_string(office.boris_id()));
  EXPECT_EQ(failure.metadata("responsible_name"), "boris");
  EXPECT_EQ(failure.localized_message(), "Сделка не взята вовремя. Сейчас она у пользователя «boris».");
}

TEST(TakeOffer, IsPossibleAgainAfterASecondOffer) {
  Office office;
  const auto deal = office.LapsedOfferTo(office.anna_id());
  office.distribution.Call<Deal>(Reclaiming(deal.id()));
  office.distribution.Call<Deal>(Offering(deal.id(), office.anna_id(), kMinute));
  EXPECT_FALSE(office.anna.Call<Deal>(Taking(deal.id())).has_offer_deadline());
}

TEST(TakeOffer, NeedsAnOfferToTheCaller) {
  Office office;
  EXPECT_EQ(FailureOf(office.boris, Taking(office.OfferedTo(office.anna_id()).id())).reason(), "NO_OFFER");
  EXPECT_EQ(FailureOf(office.galina, Taking(office.OfferedTo(office.anna_id()).id())).reason(), "NO_OFFER");
  EXPECT_EQ(FailureOf(office.anna, Taking(office.AnnasDeal().id())).reason(), "NO_OFFER");
  EXPECT_EQ(FailureOf(office.anna, Taking(office.NobodysDeal().id())).reason(), "NO_OFFER");
}

TEST(TakeOffer, SaysWhetherTheDealIsOnOfferToSomebodyElse) {
  Office office;
  const auto offered = FailureOf(office.boris, Taking(office.OfferedTo(office.anna_id()).id()));
  EXPECT_EQ(offered.localized_message(), "Эта сделка предложена не вам.");
  const auto unowned = FailureOf(office.boris, Taking(office.NobodysDeal().id()));
  EXPECT_EQ(unowned.localized_message(), "Эту сделку сейчас никому не предлагают.");
}

TEST(TakeOffer, RefusesAStaleEpoch) {
  Office office;
  const auto deal = office.OfferedTo(office.anna_id());
  auto request = Taking(deal.id());
  request.set_epoch(deal.epoch() - 1);
  EXPECT_EQ(FailureOf(office.anna, request).reason(), "STALE_EPOCH");
}

TEST(TakeOffer, SucceedsForOneOfAUsersTwoWindows) {
  Office office;
  const auto deal = office.OfferedTo(office.anna_id());
  const auto take = [&] { office.anna.Call<Deal>(Taking(deal.id())); };
  EXPECT_THAT(Race({take, take}), UnorderedElementsAre("", "NO_OFFER"));
}

TEST(TakeOffer, EitherWinsOrLosesARaceWithAReassignment) {
  Office office;
  const auto deal = office.OfferedTo(office.anna_id());
  auto take = Taking(deal.id());
  take.set_epoch(deal.epoch());
  auto reassign = Reassigning(deal.id(), office.boris_id());
  reassign.set_epoch(deal.epoch());
  const auto refusals = Race({[&] { office.anna.Call<Deal>(take); }, [&] { office.galina.Call<Deal>(reassign); }});
  EXPECT_THAT(refusals, AnyOf(ElementsAre("", "STALE_EPOCH"), ElementsAre("NO_OFFER", "")));
  const int64_t owner = office.Find(deal.id()).responsible_user_id();
  EXPECT_EQ(owner, refusals[0].empty() ? office.anna_id() : office.boris_id());
}

TEST(DeclineOffer, MakesTheDealUnowned) {
  Office office;
  const auto before = office.OfferedTo(office.anna_id());
  const auto after = office.anna.Call<Deal>(Declining(before.id()));
  EXPECT_EQ(after.responsible_user_id(), 0);
  EXPECT_FALSE(after.has_offer_deadline());
  EXPECT_EQ(after.epoch(), before.epoch() + 1);
}

TEST(DeclineOffer, IsPossibleAfterTheDeadlineToo) {
  Office office;
  EXPECT_EQ(office.anna.Call<Deal>(Declining(office.LapsedOfferTo(office.anna_id()).id())).responsible_user_id(), 0);
}

TEST(DeclineOffer, NeedsAnOfferToTheCaller) {
  Office office;
  EXPECT_EQ(FailureOf(office.boris, Declining(office.OfferedTo(office.anna_id()).id())).reason(), "NO_OFFER");
  EXPECT_EQ(FailureOf(office.anna, Declining(office.AnnasDeal().id())).reason(), "NO_OFFER");
}

TEST(DeclineOffer, NeedsAReason) {
  Office office;
  auto request = Declining(office.OfferedTo(office.anna_id()).id());
  request.clear_reason();
  EXPECT_THAT(ViolationsOf(office.anna, request), ElementsAre("REQUIRED at reason"));
}

TEST(DeclineOffer, RefusesAStaleEpoch) {
  Office office;
  const auto deal = office.OfferedTo(office.anna_id());
  auto request = Declining(deal.id());
  request.set_epoch(deal.epoch() - 1);
  EXPECT_EQ(FailureOf(office.anna, request).reason(), "STALE_EPOCH");
}

}  // namespace
}  // namespace voronka::testing
