#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/crm_service/work/approvals/approvals.h"

namespace voronka::testing {
namespace {

using namespace crm::v1;

// Who may answer and take back, when people and deals have changed hands.
class RightsToApprovals : public Approvals {
 protected:
  void SetDeputyOfTeam(int64_t deputy) {
    UpdateTeamRequest request;
    request.set_team_id(office_.olga.Call<ListTeamsResponse>(ListTeamsRequest()).teams(0).id());
    request.mutable_team()->set_deputy_user_id(deputy);
    office_.olga.Call<Team>(request);
  }
};

TEST_F(RightsToApprovals, AreLostWithTheRole) {
  const auto approval = Ask(NewDealOfAnna());
  auto former = Crm().User(SetRole(office_.galina_id(), options::v1::ROLE_MANAGER));
  const auto failure = FailureOf(former, Giving(approval));
  EXPECT_EQ(failure.code(), grpc::StatusCode::PERMISSION_DENIED);
  EXPECT_EQ(failure.reason(), "NOT_ASKED");
  // She still leads the team, which gives no role.
  EXPECT_EQ(Ask(NewDealOfAnna()).approver_user_id(), 0);
}

TEST_F(RightsToApprovals, AreLostByWhoeverStoodInForTheFormerHead) {
  SetDeputy(office_.galina_id(), office_.boris_id());
  office_.olga.Call<User>(Disabling(office_.galina_id()));
  const auto approval = Ask(NewDealOfAnna());
  EXPECT_EQ(approval.approver_user_id(), office_.boris_id());
  SetRole(office_.galina_id(), options::v1::ROLE_MANAGER);
  EXPECT_EQ(FailureOf(office_.boris, Giving(approval)).reason(), "NOT_ASKED");
}

TEST_F(RightsToApprovals, AreLostByWhoeverIsDisabled) {
  const auto approval = Ask(NewDealOfAnna());
  office_.olga.Call<User>(Disabling(office_.galina_id()));
  EXPECT_EQ(FailureOf(office_.galina, Giving(approval)).code(), grpc::StatusCode::UNAUTHENTICATED);
  EXPECT_EQ(Listed(approval.deal_id()).at(0).state(), Approval::STATE_ASKED);
}

TEST_F(RightsToApprovals, AreOfTheDeputyOfTheTeam) {
  const auto approval = Ask(NewDealOfAnna());
  EXPECT_EQ(FailureOf(office_.boris, Giving(approval)).reason(), "NOT_ASKED");
  SetDeputyOfTeam(office_.boris_id());
  EXPECT_EQ(office_.boris.Call<Approval>(Giving(approval)).state(), Approval::STATE_GIVEN);
}

TEST_F(RightsToApprovals, LetWhoeverAskedTakeItBack) {
  const auto deal = NewDealOfAnna();
  const auto approval = Ask(deal);
  const auto failure = FailureOf(office_.boris, TakingBack(approval));
  EXPECT_EQ(failure.code(), grpc::StatusCode::PERMISSION_DENIED);
  EXPECT_EQ(failure.reason(), "NOT_ASKER");
  const auto withdrawn = anna_.Call<Approval>(TakingBack(approval));
  EXPECT_EQ(withdrawn.state(), Approval::STATE_WITHDRAWN);
  EXPECT_EQ(withdrawn.withdrawal(), Approval::WITHDRAWAL_TAKEN_BACK);
  const auto last = office_.TimelineOf(deal.id()).back();
  EXPECT_EQ(last.kind(), TimelineEntry::KIND_APPROVAL_WITHDRAWN);
  EXPECT_EQ(last.approval_id(), approval.id());
  EXPECT_EQ(last.text(), "Передумал");
  EXPECT_EQ(FailureOf(office_.galina, Giving(approval)).reason(), "APPROVAL_WITHDRAWN");
  EXPECT_EQ(FailureOf(anna_, TakingBack(approval)).reason(), "APPROVAL_WITHDRAWN");
  EXPECT_EQ(Ask(deal).state(), Approval::STATE_ASKED);
}

TEST_F(RightsToApprovals, LetWhoeverHasTheDealNowTakeItBack) {
  const auto deal = NewDealOfAnna();
  const auto approval = Ask(deal);
  office_.olga.Call<Deal>(Reassigning(deal.id(), office_.boris_id()));
  EXPECT_EQ(office_.boris.Call<Approval>(TakingBack(approval)).state(), Approval::STATE_WITHDRAWN);
}

TEST_F(RightsToApprovals, LetTheHeadTakeItBack) {
  EXPECT_EQ(office_.galina.Call<Approval>(TakingBack(Ask(NewDealOfAnna()))).state(), Approval::STATE_WITHDRAWN);
}

TEST_F(RightsToApprovals, TakeNothingBackThatIsAnswered) {
  const auto given = office_.galina.Call<Approval>(Giving(Ask(NewDealOfAnna())));
  EXPECT_EQ(FailureOf(anna_, TakingBack(given)).reason(), "APPROVAL_ANSWERED");
}

TEST_F(RightsToApprovals, TellTheEventWhoHasTheDealNow) {
  const auto deal = NewDealOfAnna();
  const auto approval = Ask(deal);
  office_.olga.Call<Deal>(Reassigning(deal.id(), office_.boris_id()));
  office_.galina.Call<Approval>(Giving(approval));
  Deal subject;
  ASSERT_TRUE(office_.LastChange<Approval>().after.id() == approval.id());
  ASSERT_TRUE(office_.Events().back().change().subject().UnpackTo(&subject));
  EXPECT_EQ(subject.responsible_user_id(), office_.boris_id());
}

}  // namespace
}  // namespace voronka::testing
