// An approval says what whoever is asked decides by, who may not see the deal.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/crm_service/people/access/limits.h"
#include "tests/crm_service/work/approvals/approvals.h"

namespace voronka::testing {
namespace {

using namespace crm::v1;

class SubjectsOfApprovals : public Approvals {
 protected:
  // Галина is asked, and sees only her own deals.
  Approval AskUnseen() {
    const auto deal = NewDealOfAnna();
    anna_.Call<Deal>(Renaming(deal.id(), "Сто стульев"));
    anna_.Call<Deal>(Pricing(deal, 500));
    office_.olga.Call<RoleAccess>(Limiting(options::v1::ROLE_HEAD_OF_SALES, READ_SCOPE_OWN));
    return Ask(deal);
  }

  Approval ListedFor(client::Client& who) {
    const auto response = who.Call<ListApprovalsResponse>(ListApprovalsRequest());
    return response.approvals_size() == 1 ? response.approvals(0) : Approval();
  }
};

TEST_F(SubjectsOfApprovals, AreToldToWhoeverIsAskedAndDoesNotSeeTheDeal) {
  const auto asked = AskUnseen();
  GetDealRequest reading;
  reading.set_deal_id(asked.deal_id());
  ASSERT_EQ(FailureOf(office_.galina, reading).code(), grpc::StatusCode::NOT_FOUND);
  const auto told = ListedFor(office_.galina);
  EXPECT_EQ(told.deal_name(), "Сто стульев");
  EXPECT_EQ(told.amount().minor(), 500);
  EXPECT_EQ(told.amount().currency(), "RUB");
  EXPECT_EQ(told.from_pipeline(), "sales");
  EXPECT_EQ(told.from_stage(), "new");
  EXPECT_EQ(office_.galina.Call<Approval>(Giving(asked)).deal_name(), "Сто стульев");
}

TEST_F(SubjectsOfApprovals, AreToldToWhoeverStandsInForTheOneWhoIsAsked) {
  const auto asked = AskUnseen();
  LimitManagers(office_, READ_SCOPE_OWN);
  EXPECT_EQ(ListedFor(office_.boris).id(), 0) << "nobody has asked him";
  SetDeputy(office_.galina_id(), office_.boris_id());
  const auto told = ListedFor(office_.boris);
  EXPECT_EQ(told.deal_name(), "Сто стульев");
  EXPECT_EQ(told.amount().minor(), 500);
  EXPECT_EQ(office_.boris.Call<Approval>(Giving(asked)).state(), Approval::STATE_GIVEN);
  EXPECT_EQ(ListedFor(office_.boris).state(), Approval::STATE_GIVEN);
}

TEST_F(SubjectsOfApprovals, AreNotToldToTheDeputyOfWhoeverHasLostTheRole) {
  AskUnseen();
  LimitManagers(office_, READ_SCOPE_OWN);
  SetDeputy(office_.galina_id(), office_.boris_id());
  SetRole(office_.galina_id(), options::v1::ROLE_MANAGER);
  EXPECT_EQ(ListedFor(office_.boris).id(), 0);
}

TEST_F(SubjectsOfApprovals, AreAsOfTheAsking) {
  const auto asked = AskUnseen();
  anna_.Call<Deal>(Renaming(asked.deal_id(), "Двести стульев"));
  EXPECT_EQ(ListedFor(office_.galina).deal_name(), "Сто стульев");
}

TEST_F(SubjectsOfApprovals, AreNotForTheAskerToSay) {
  auto request = AskingFor(NewDealOfAnna());
  request.mutable_approval()->set_deal_name("Мелочь");
  const auto asked = anna_.Call<Approval>(request);
  EXPECT_EQ(asked.deal_name(), "");
  EXPECT_FALSE(asked.has_amount());
}

}  // namespace
}  // namespace voronka::testing
