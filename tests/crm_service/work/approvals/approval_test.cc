#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "foundation/storage/connection.h"
#include "tests/crm_service/people/access/limits.h"
#include "tests/crm_service/race.h"
#include "tests/crm_service/work/approvals/approvals.h"
#include "voronka/crm/v1/board.pb.h"

namespace voronka::testing {
namespace {

using namespace crm::v1;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::UnorderedElementsAre;

// How many tasks of the user are counted as overdue.
int64_t OverdueOf(client::Client& who, int64_t user_id) {
  CountOverdueTasksRequest request;
  request.set_assignee_user_id(user_id);
  const auto response = who.Call<CountOverdueTasksResponse>(request);
  return response.counts_size() == 0 ? 0 : response.counts(0).tasks();
}

TEST_F(Approvals, KeepTheTasksOfTheirDealFromBeingOverdue) {
  const auto waits = NewDealOfAnna();
  for (const auto& deal : {waits, NewDealOfAnna()}) {
    auto task = NewTask(Crm().Now() - kMinute);
    task.mutable_task()->set_deal_id(deal.id());
    anna_.Call<Task>(task);
  }
  EXPECT_EQ(OverdueOf(anna_, office_.anna_id()), 2);
  const auto asked = Ask(waits);
  EXPECT_EQ(OverdueOf(anna_, office_.anna_id()), 1);
  const auto listed = anna_.Call<ListTaskCardsResponse>(ListTaskCardsRequest());
  for (const auto& card : listed.cards()) {
    EXPECT_EQ(card.awaits_approval(), card.task().deal_id() == waits.id());
  }
  BatchGetCardsRequest cards;
  cards.add_deal_ids(waits.id());
  EXPECT_TRUE(anna_.Call<BatchGetCardsResponse>(cards).cards(0).awaits_approval());
  office_.galina.Call<Approval>(Refusing(asked));
  EXPECT_EQ(OverdueOf(anna_, office_.anna_id()), 2);
  EXPECT_FALSE(anna_.Call<BatchGetCardsResponse>(cards).cards(0).awaits_approval());
}

TEST_F(Approvals, KeepTheTasksOfADealFromBeingOverdueForWhoeverDoesNotSeeIt) {
  const auto waits = NewDealOfAnna();
  auto task = NewTask(Crm().Now() - kMinute);
  task.mutable_task()->set_deal_id(waits.id());
  task.mutable_task()->set_assignee_user_id(office_.boris_id());
  anna_.Call<Task>(task);
  Ask(waits);
  LimitManagers(office_, READ_SCOPE_OWN);
  const auto listed = office_.boris.Call<ListTaskCardsResponse>(ListTaskCardsRequest());
  ASSERT_EQ(listed.cards_size(), 1);
  EXPECT_TRUE(listed.cards(0).awaits_approval());
  EXPECT_EQ(OverdueOf(office_.boris, office_.boris_id()), 0);
}

TEST_F(Approvals, ThatNobodyAnswersForAWeekAreWaitedForNoMore) {
  const auto waits = NewDealOfAnna();
  auto task = NewTask(Crm().Now() - kMinute);
  task.mutable_task()->set_deal_id(waits.id());
  anna_.Call<Task>(task);
  const auto asked = Ask(waits);
  Crm().db().Execute("UPDATE approvals SET pass_on_time = ? WHERE account_id = ? AND id = ?",
                     Crm().Now() - 8 * 24 * 60 * kMinute, office_.account_id(), asked.id());
  EXPECT_EQ(OverdueOf(anna_, office_.anna_id()), 1);
}

TEST_F(Approvals, AreAskedOfTheHeadOfTheTeam) {
  const auto deal = NewDealOfAnna();
  EXPECT_EQ(FailureOf(anna_, Moving(deal.id(), "accepted")).reason(), "APPROVAL_REQUIRED");
  const auto approval = Ask(deal);
  EXPECT_EQ(approval.state(), Approval::STATE_ASKED);
  EXPECT_EQ(approval.role(), options::v1::ROLE_HEAD_OF_SALES);
  EXPECT_EQ(approval.asker_user_id(), office_.anna_id());
  EXPECT_EQ(approval.approver_user_id(), office_.galina_id());
  EXPECT_EQ(approval.pipeline(), "sales");
  EXPECT_NEAR(SecondsToAnswer(approval), 3600, 5);
  EXPECT_EQ(FailureOf(anna_, Moving(deal.id(), "accepted")).reason(), "APPROVAL_AWAITED");
}

TEST_F(Approvals, AreInTheTimelineAndNameTheDealInTheEvent) {
  const auto deal = NewDealOfAnna();
  anna_.Call<Deal>(Renaming(deal.id(), "Кирпич"));
  const auto approval = Ask(deal);
  office_.galina.Call<Approval>(Refusing(approval));
  const auto timeline = office_.TimelineOf(deal.id());
  ASSERT_GE(timeline.size(), 2u);
  const auto& asked = timeline[timeline.size() - 2];
  EXPECT_EQ(asked.kind(), TimelineEntry::KIND_APPROVAL_ASKED);
  EXPECT_EQ(asked.approval_id(), approval.id());
  EXPECT_EQ(asked.user_id(), office_.galina_id());
  EXPECT_EQ(asked.to_stage(), "accepted");
  EXPECT_EQ(asked.text(), "Скидка 10%");
  EXPECT_EQ(timeline.back().kind(), TimelineEntry::KIND_APPROVAL_REFUSED);
  EXPECT_EQ(timeline.back().text(), "Слишком много");
  Deal subject;
  ASSERT_TRUE(office_.Events().back().change().subject().UnpackTo(&subject));
  EXPECT_EQ(subject.name(), "Кирпич");
}

TEST_F(Approvals, LetTheDealMoveOnceAndForThatStageOnly) {
  const auto deal = NewDealOfAnna();
  office_.galina.Call<Approval>(Giving(Ask(deal)));
  EXPECT_EQ(FailureOf(anna_, Moving(deal.id(), "talks")).reason(), "APPROVAL_REQUIRED");
  EXPECT_EQ(anna_.Call<Deal>(Moving(deal.id(), "accepted")).stage(), "accepted");
  anna_.Call<Deal>(Moving(deal.id(), "new"));
  EXPECT_EQ(FailureOf(anna_, Moving(deal.id(), "accepted")).reason(), "APPROVAL_REQUIRED");
}

TEST_F(Approvals, ThatAreRefusedMayBeAskedForAgain) {
  const auto deal = NewDealOfAnna();
  const auto refused = office_.galina.Call<Approval>(Refusing(Ask(deal)));
  EXPECT_EQ(refused.answer_user_id(), office_.galina_id());
  EXPECT_EQ(refused.answer_comment(), "Слишком много");
  EXPECT_TRUE(refused.has_answer_time());
  EXPECT_EQ(FailureOf(anna_, Moving(deal.id(), "accepted")).reason(), "APPROVAL_REFUSED");
  EXPECT_EQ(Ask(deal).state(), Approval::STATE_ASKED);
}

TEST_F(Approvals, AreAskedForOnce) {
  const auto deal = NewDealOfAnna();
  Ask(deal);
  const auto failure = FailureOf(anna_, AskingFor(deal));
  EXPECT_EQ(failure.code(), grpc::StatusCode::ALREADY_EXISTS);
  EXPECT_EQ(failure.reason(), "APPROVAL_AWAITED");
}

TEST_F(Approvals, AreNotAskedForWhereNoRuleAsks) {
  const auto deal = NewDealOfAnna();
  auto losing = AskingFor(deal, "lost");
  EXPECT_EQ(FailureOf(anna_, losing).reason(), "APPROVAL_NOT_NEEDED");
  EXPECT_EQ(FailureOf(anna_, AskingFor(deal, "new")).reason(), "APPROVAL_NOT_NEEDED");
  EXPECT_EQ(FailureOf(anna_, AskingFor(deal, "nowhere")).code(), grpc::StatusCode::NOT_FOUND);
  office_.galina.Call<Approval>(Giving(Ask(deal)));
  EXPECT_EQ(FailureOf(anna_, AskingFor(deal)).reason(), "APPROVAL_NOT_NEEDED");
}

TEST_F(Approvals, AreAskedForOnlyIfTheConditionHolds) {
  SetRules(R"(rules { key: "agreed" binding: BINDING_LEAVE approval { role: ROLE_HEAD_OF_SALES }
                      condition { comparison { field: "deal.name" operator: OPERATOR_FILLED } } })");
  const auto deal = NewDealOfAnna();
  const auto named = anna_.Call<Deal>(Renaming(deal.id(), "Кирпич"));
  EXPECT_EQ(Ask(named).state(), Approval::STATE_ASKED);
  auto nameless = NewDeal();
  nameless.mutable_deal()->clear_name();
  EXPECT_EQ(FailureOf(anna_, AskingFor(anna_.Call<Deal>(nameless))).reason(), "APPROVAL_NOT_NEEDED");
}

TEST_F(Approvals, OfSeveralRulesAreOfTheHighestRoleAndTheShortestTime) {
  SetRules(R"(rules { key: "a" binding: BINDING_LEAVE approval { role: ROLE_ADMIN } }
              rules { key: "b" binding: BINDING_LEAVE approval { role: ROLE_HEAD_OF_SALES timeout { seconds: 60 } } })");
  const auto approval = Ask(NewDealOfAnna());
  EXPECT_EQ(approval.role(), options::v1::ROLE_ADMIN);
  EXPECT_EQ(approval.approver_user_id(), office_.olga_id());
  EXPECT_NEAR(SecondsToAnswer(approval), 60, 5);
  EXPECT_EQ(FailureOf(office_.galina, Giving(approval)).reason(), "NOT_ASKED");
}

TEST_F(Approvals, AreAskedForByWhoeverMayChangeTheDealAndMoveItOn) {
  const auto deal = NewDealOfAnna();
  EXPECT_EQ(FailureOf(office_.boris, AskingFor(deal)).reason(), "NOT_RESPONSIBLE");
  anna_.Call<Deal>(Losing(deal.id(), "price"));
  EXPECT_EQ(FailureOf(anna_, AskingFor(deal)).reason(), "NOT_OPEN");
}

TEST_F(Approvals, OfAClosedDealLetWhoeverMayReopenItDoSo) {
  auto pipeline = office_.olga.Call<Pipeline>(GettingPipeline("sales"));
  pipeline.set_reopen_days(30);
  office_.olga.Call<Pipeline>(Updating(pipeline));
  const auto deal = NewDealOfAnna();
  anna_.Call<Deal>(Losing(deal.id(), "price"));
  const auto reopening = MovingBecause(deal.id(), "accepted", "Вернулся");
  EXPECT_EQ(FailureOf(anna_, reopening).reason(), "APPROVAL_REQUIRED");
  office_.galina.Call<Approval>(Giving(Ask(deal)));
  EXPECT_EQ(anna_.Call<Deal>(reopening).state(), Deal::STATE_OPEN);
}

TEST_F(Approvals, AreAnsweredByADeputyButNotByOthers) {
  const auto approval = Ask(NewDealOfAnna());
  EXPECT_EQ(FailureOf(office_.boris, Giving(approval)).reason(), "NOT_ASKED");
  SetDeputy(office_.galina_id(), office_.boris_id());
  EXPECT_EQ(office_.boris.Call<Approval>(Giving(approval)).state(), Approval::STATE_GIVEN);
}

TEST_F(Approvals, AreAskedOfTheDeputyOfAHeadWhoIsAway) {
  SetDeputy(office_.galina_id(), office_.boris_id());
  office_.olga.Call<User>(Disabling(office_.galina_id()));
  EXPECT_EQ(Ask(NewDealOfAnna()).approver_user_id(), office_.boris_id());
}

TEST_F(Approvals, AreNotGivenToOneself) {
  SetDeputy(office_.galina_id(), office_.anna_id());
  const auto approval = Ask(NewDealOfAnna());
  const auto failure = FailureOf(anna_, Giving(approval));
  EXPECT_EQ(failure.code(), grpc::StatusCode::PERMISSION_DENIED);
  EXPECT_EQ(failure.reason(), "NOT_ASKED");
  EXPECT_EQ(office_.olga.Call<Approval>(Giving(approval)).state(), Approval::STATE_GIVEN);
}

// The head asks, about the deal of whoever stands in for them.
TEST_F(Approvals, AreNotGivenByWhoeverHasTheDeal) {
  SetDeputy(office_.galina_id(), office_.boris_id());
  auto request = NewDeal();
  request.mutable_deal()->set_responsible_user_id(office_.boris_id());
  const auto deal = office_.olga.Call<Deal>(request);
  const auto approval = office_.olga.Call<Approval>(AskingFor(deal));
  EXPECT_EQ(approval.approver_user_id(), office_.galina_id());
  EXPECT_EQ(FailureOf(office_.boris, Giving(approval)).reason(), "NOT_ASKED");
}

TEST_F(Approvals, MayBeAskedOfAHigherRoleWhileOneIsAwaited) {
  const auto deal = NewDealOfAnna();
  Ask(deal);
  EXPECT_EQ(FailureOf(anna_, AskingFor(deal)).reason(), "APPROVAL_AWAITED");
  SetRules(R"(rules { key: "agreed" binding: BINDING_LEAVE approval { role: ROLE_DIRECTOR } })");
  EXPECT_EQ(anna_.Call<Approval>(AskingFor(deal)).role(), options::v1::ROLE_DIRECTOR);
  EXPECT_EQ(FailureOf(anna_, AskingFor(deal)).reason(), "APPROVAL_AWAITED");
}

// Otherwise a deal would be made where it may not be moved.
TEST_F(Approvals, AreNeededOfWhoeverMakesADealBeyond) {
  auto request = NewDeal();
  request.mutable_deal()->set_stage("accepted");
  EXPECT_EQ(FailureOf(anna_, request).reason(), "APPROVAL_REQUIRED");
  EXPECT_EQ(office_.galina.Call<Deal>(request).stage(), "accepted");
}

TEST_F(Approvals, AreOfNobodyInParticularWhereNobodyOfTheRoleIsActive) {
  office_.olga.Call<User>(Disabling(office_.galina_id()));
  const auto approval = Ask(NewDealOfAnna());
  EXPECT_EQ(approval.approver_user_id(), 0);
  EXPECT_EQ(office_.olga.Call<Approval>(Giving(approval)).state(), Approval::STATE_GIVEN);
}

TEST_F(Approvals, AreRefusedWithAReason) {
  const auto approval = Ask(NewDealOfAnna());
  EXPECT_THAT(ViolationsOf(office_.galina, Answering(approval, Approval::STATE_REFUSED, "  ")),
              ElementsAre("REQUIRED at comment"));
  EXPECT_THAT(ViolationsOf(office_.galina, Answering(approval, Approval::STATE_WITHDRAWN)),
              ElementsAre("NOT_AN_ANSWER at state"));
}

TEST_F(Approvals, AreAnsweredOnce) {
  const auto approval = Ask(NewDealOfAnna());
  EXPECT_THAT(Race({[&] { office_.galina.Call<Approval>(Giving(approval)); },
                    [&] { office_.olga.Call<Approval>(Refusing(approval)); }}),
              UnorderedElementsAre("", "APPROVAL_ANSWERED"));
}

TEST_F(Approvals, AreWithdrawnWhenTheDealMoves) {
  const auto deal = NewDealOfAnna();
  const auto approval = Ask(deal);
  office_.galina.Call<Deal>(Moving(deal.id(), "talks"));
  EXPECT_EQ(FailureOf(office_.galina, Giving(approval)).reason(), "APPROVAL_WITHDRAWN");
  EXPECT_EQ(Listed(deal.id()).at(0).state(), Approval::STATE_WITHDRAWN);
}

TEST_F(Approvals, AreWithdrawnWhenTakingAnOfferMovesTheDeal) {
  auto pipeline = office_.olga.Call<Pipeline>(GettingPipeline("sales"));
  pipeline.set_take_stage("accepted");
  office_.olga.Call<Pipeline>(testing::Updating(pipeline));
  SetRules(R"(rules { key: "agreed" binding: BINDING_LEAVE only_stages: "talks"
                      approval { role: ROLE_HEAD_OF_SALES } })");
  const auto deal = office_.NobodysDeal();
  office_.distribution.Call<Deal>(Offering(deal.id(), office_.anna_id(), 5 * kMinute));
  anna_.Call<Approval>(AskingFor(deal, "talks"));
  EXPECT_EQ(anna_.Call<Deal>(Taking(deal.id())).stage(), "accepted");
  EXPECT_EQ(Listed(deal.id()).at(0).state(), Approval::STATE_WITHDRAWN);
}

TEST_F(Approvals, ThatNoRuleAsksForAnyMoreAreOutdatedByAMove) {
  const auto deal = NewDealOfAnna();
  const auto approval = Ask(deal);
  SetRules("");
  anna_.Call<Deal>(Moving(deal.id(), "accepted"));
  EXPECT_EQ(FailureOf(office_.galina, Giving(approval)).reason(), "APPROVAL_WITHDRAWN");
}

TEST_F(Approvals, AreRefusedWithAStaleEtag) {
  auto request = Giving(Ask(NewDealOfAnna()));
  request.set_etag(7);
  EXPECT_EQ(FailureOf(office_.galina, request).reason(), "STALE_ETAG");
}

TEST_F(Approvals, AreListedNewestFirst) {
  const auto deal = NewDealOfAnna();
  const auto refused = office_.galina.Call<Approval>(Refusing(Ask(deal)));
  const auto asked = Ask(deal);
  const auto all = Listed(deal.id());
  ASSERT_EQ(all.size(), 2u);
  EXPECT_EQ(all[0].id(), asked.id());
  EXPECT_EQ(all[1].id(), refused.id());
  ASSERT_EQ(Listed(0, Approval::STATE_ASKED).size(), 1u);
  EXPECT_EQ(Listed(0, Approval::STATE_ASKED)[0].id(), asked.id());
  EXPECT_THAT(Listed(deal.id(), Approval::STATE_GIVEN), IsEmpty());
}

TEST_F(Approvals, ComePageByPage) {
  const auto first = Ask(NewDealOfAnna());
  const auto second = Ask(NewDealOfAnna());
  ListApprovalsRequest request;
  request.set_page_size(1);
  const auto page = anna_.Call<ListApprovalsResponse>(request);
  EXPECT_EQ(page.approvals(0).id(), second.id());
  request.set_page_token(page.next_page_token());
  const auto last = anna_.Call<ListApprovalsResponse>(request);
  EXPECT_EQ(last.approvals(0).id(), first.id());
  EXPECT_EQ(last.next_page_token(), "");
}

TEST_F(Approvals, OfAnotherAccountAreNotFound) {
  Office others;
  EXPECT_EQ(FailureOf(others.olga, Giving(Ask(NewDealOfAnna()))).code(), grpc::StatusCode::NOT_FOUND);
}

}  // namespace
}  // namespace voronka::testing
