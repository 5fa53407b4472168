#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/crm_service/office.h"

namespace voronka::testing {
namespace {

using namespace crm::v1;
using ::testing::ElementsAre;

UpdateDealRequest Masked(int64_t deal_id, const std::string& path) {
  UpdateDealRequest request;
  request.set_deal_id(deal_id);
  request.mutable_deal();
  request.mutable_update_mask()->add_paths(path);
  return request;
}

TEST(UpdateDeal, ChangesTheFieldsThatAreSetWithoutAMask) {
  Office office;
  const auto before = office.AnnasDeal();
  const auto after = office.anna.Call<Deal>(Renaming(before.id(), "Столы"));
  EXPECT_EQ(after.name(), "Столы");
  EXPECT_EQ(after.etag(), before.etag() + 1);
  EXPECT_EQ(after.epoch(), before.epoch());
  EXPECT_EQ(office.Find(before.id()).SerializeAsString(), after.SerializeAsString());
}

TEST(UpdateDeal, ChangesOnlyWhatTheMaskNames) {
  Office office;
  const auto before = office.AnnasDeal();
  auto request = Masked(before.id(), "amount");
  request.mutable_deal()->set_name("Столы");
  request.mutable_deal()->mutable_amount()->set_minor(5);
  request.mutable_deal()->mutable_amount()->set_currency("RUB");
  const auto after = office.anna.Call<Deal>(request);
  EXPECT_EQ(after.name(), before.name());
  EXPECT_EQ(after.amount().minor(), 5);
  EXPECT_FALSE(office.anna.Call<Deal>(Masked(before.id(), "amount")).has_amount());
}

Deal WithAmount(int64_t minor, bool confirmed) {
  Deal deal;
  deal.mutable_amount()->set_minor(minor);
  deal.mutable_amount()->set_currency("RUB");
  deal.set_amount_confirmed(confirmed);
  return deal;
}

TEST(UpdateDeal, TakesTheConfirmationAwayFromAnotherAmount) {
  Office office;
  UpdateDealRequest request;
  request.set_deal_id(office.AnnasDeal().id());
  *request.mutable_deal() = WithAmount(500, true);
  EXPECT_TRUE(office.anna.Call<Deal>(request).amount_confirmed());
  EXPECT_TRUE(office.anna.Call<Deal>(Renaming(request.deal_id(), "Столы")).amount_confirmed());
  auto same = Masked(request.deal_id(), "amount");
  *same.mutable_deal() = WithAmount(500, false);
  EXPECT_TRUE(office.anna.Call<Deal>(same).amount_confirmed());
  auto other = Masked(request.deal_id(), "amount");
  *other.mutable_deal() = WithAmount(600, true);
  EXPECT_FALSE(office.anna.Call<Deal>(other).amount_confirmed()) << "the mask does not name it";
  EXPECT_THAT(office.TimelineOf(request.deal_id()).back().edit().fields(), ElementsAre("amount", "amount_confirmed"));
}

TEST(UpdateDeal, ConfirmsAnotherAmountInOneStep) {
  Office office;
  auto request = Masked(office.AnnasDeal().id(), "amount");
  request.mutable_update_mask()->add_paths("amount_confirmed");
  *request.mutable_deal() = WithAmount(500, true);
  EXPECT_TRUE(office.anna.Call<Deal>(request).amount_confirmed());
  *request.mutable_deal() = WithAmount(600, true);
  EXPECT_TRUE(office.anna.Call<Deal>(request).amount_confirmed());
}

TEST(UpdateDeal, GivesAndTakesADeadline) {
  Office office;
  auto request = Masked(office.AnnasDeal().id(), "deadline");
  request.mutable_deal()->mutable_deadline()->set_seconds(1'900'000'000);
  EXPECT_EQ(office.anna.Call<Deal>(request).deadline().seconds(), 1'900'000'000);
  EXPECT_FALSE(office.anna.Call<Deal>(Masked(request.deal_id(), "deadline")).has_deadline());
}

TEST(UpdateDeal, NamesTheDealByItsNumberIfTheNameIsCleared) {
  Office office;
  const auto deal = office.AnnasDeal();
  office.anna.Call<Deal>(Renaming(deal.id(), "Столы"));
  EXPECT_EQ(office.anna.Call<Deal>(Masked(deal.id(), "name")).name(), deal.name());
}

TEST(UpdateDeal, NeverMovesOrReassigns) {
  Office office;
  const auto deal = office.AnnasDeal();
  for (const char* path : {"stage", "pipeline", "responsible_user_id"}) {
    EXPECT_THAT(ViolationsOf(office.anna, Masked(deal.id(), path)), ElementsAre("IMMUTABLE at update_mask.paths[0]"));
  }
}

TEST(UpdateDeal, RefusesAnUnknownContact) {
  Office office;
  auto request = Masked(office.AnnasDeal().id(), "contact_id");
  request.mutable_deal()->set_contact_id(77);
  EXPECT_THAT(ViolationsOf(office.anna, request), ElementsAre("UNKNOWN_CONTACT at deal.contact_id"));
}

TEST(UpdateDeal, RefusesAColleaguesDeal) {
  Office office;
  const auto deal = office.AnnasDeal();
  const auto failure = FailureOf(office.boris, Renaming(deal.id(), "Столы"));
  EXPECT_EQ(failure.code(), grpc::StatusCode::PERMISSION_DENIED);
  EXPECT_EQ(failure.reason(), "NOT_RESPONSIBLE");
  EXPECT_EQ(failure.metadata("responsible_user_id"), std::to_string(office.anna_id()));
  EXPECT_EQ(failure.metadata("responsible_name"), "anna");
  EXPECT_EQ(office.Find(deal.id()).name(), deal.name());
}

TEST(UpdateDeal, LetsTheHeadOfSalesUseAnyDeal) {
  Office office;
  EXPECT_EQ(office.galina.Call<Deal>(Renaming(office.AnnasDeal().id(), "Столы")).name(), "Столы");
  EXPECT_EQ(office.olga.Call<Deal>(Renaming(office.NobodysDeal().id(), "Стулья")).name(), "Стулья");
}

TEST(UpdateDeal, RefusesAStaleEtag) {
  Office office;
  auto request = Renaming(office.AnnasDeal().id(), "Столы");
  request.set_etag(1);
  office.anna.Call<Deal>(request);
  request.mutable_deal()->set_name("Стулья");
  const auto failure = FailureOf(office.anna, request);
  EXPECT_EQ(failure.code(), grpc::StatusCode::ABORTED);
  EXPECT_EQ(failure.reason(), "STALE_ETAG");
  EXPECT_EQ(failure.metadata("etag"), "2");
}

TEST(UpdateDeal, WritesNoEventIfNothingChanges) {
  Office office;
  const auto deal = office.anna.Call<Deal>(Renaming(office.AnnasDeal().id(), "Столы"));
  const size_t events = office.Events().size();
  EXPECT_EQ(office.anna.Call<Deal>(Renaming(deal.id(), "Столы")).etag(), deal.etag());
  EXPECT_EQ(office.Events().size(), events);
}

}  // namespace
}  // namespace voronka::testing
