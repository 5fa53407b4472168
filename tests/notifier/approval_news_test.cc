#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/notifier/office.h"
#include "voronka/crm/v1/approval.pb.h"
#include "voronka/crm/v1/team.pb.h"

namespace voronka::notifier {
namespace {

using crm::v1::Approval;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;
using v1::Notification;

constexpr int64_t kGalina = 4;
constexpr int64_t kDarya = 5;

// Анна asks Галина, the head of sales, whose deputy is Борис. Дарья is the director.
class ApprovalNews : public Office {
 protected:
  ApprovalNews() {
    Hire("id: 2 display_name: 'Анна' role: ROLE_MANAGER state: STATE_ACTIVE");
    Hire("id: 3 display_name: 'Борис' role: ROLE_MANAGER state: STATE_ACTIVE locale: 'en'");
    Hire("id: 4 display_name: 'Галина' role: ROLE_HEAD_OF_SALES state: STATE_ACTIVE deputy_user_id: 3");
    Hire("id: 5 display_name: 'Дарья' role: ROLE_DIRECTOR state: STATE_ACTIVE");
  }

  void Hire(const std::string& user) { replica_.Deliver(Hired(user)); }
  Approval Asked(int64_t pass_on_time, int64_t approver = kGalina) {
    auto approval = Proto<Approval>(
        "id: 9 deal_id: 7 pipeline: 'sales' stage: 'talks' comment: 'Скидка 10%' state: STATE_ASKED "
        "role: ROLE_HEAD_OF_SALES asker_user_id: 2 etag: 1");
    approval.set_approver_user_id(approver);
    *approval.mutable_pass_on_time() = Timestamp(pass_on_time);
    return approval;
  }
  static Approval Answered(Approval approval, Approval::State state, int64_t by = kGalina) {
    approval.set_state(state);
    approval.set_answer_user_id(by);
    approval.set_answer_comment("До пятницы");
    return approval;
  }
  static Approval Withdrawn(Approval approval, Approval::Withdrawal why) {
    approval.set_state(Approval::STATE_WITHDRAWN);
    approval.set_withdrawal(why);
    return approval;
  }
  void Deliver(crm::v1::Event event, int64_t by = 0, int64_t responsible = 0) {
    auto deal = Proto<crm::v1::Deal>("id: 7 name: 'Кирпич'");
    deal.set_responsible_user_id(responsible);
    event.mutable_change()->mutable_subject()->PackFrom(deal);
    event.set_actor_user_id(by);
    *event.mutable_create_time() = Timestamp(Now());
    replica_.Deliver(event);
  }
  Approval DeliverAsked(int64_t pass_on_time, int64_t approver = kGalina) {
    const auto asked = Asked(pass_on_time, approver);
    Deliver(testing::Created(kAccount, asked));
    return asked;
  }
  std::vector<std::string> TextsOf(int64_t user_id) {
    std::vector<std::string> texts;
    for (const auto& told : replica_.InboxOf(kAccount, user_id)) texts.push_back(told.text());
    return texts;
  }
  int64_t InAnHour() { return Now() + 60 * kMinute; }
};

TEST_F(ApprovalNews, WhoeverIsAskedIsTold) {
  const auto asked = DeliverAsked(InAnHour());
  EXPECT_TRUE(EventEffects::Concerns(testing::Created(kAccount, asked)));
  EXPECT_THAT(TextsOf(kGalina), ElementsAre("Просят согласовать сделку «Кирпич» (Анна): Скидка 10%"));
  EXPECT_EQ(replica_.InboxOf(kAccount, kGalina)[0].deal_id(), 7);
  EXPECT_THAT(TextsOf(kDarya), IsEmpty());
}

TEST_F(ApprovalNews, IfNobodyInParticularIsAskedTheFirstWhoMayAnswerIsTold) {
  DeliverAsked(InAnHour(), 0);
  EXPECT_THAT(TextsOf(kGalina), SizeIs(1));
}

TEST_F(ApprovalNews, InPlaceOfOneWhoHasLeftAnotherWhoMayAnswerIsTold) {
  Hire("id: 4 display_name: 'Галина' role: ROLE_HEAD_OF_SALES state: STATE_DISABLED");
  DeliverAsked(InAnHour());
  EXPECT_THAT(TextsOf(kDarya), SizeIs(1));
}

TEST_F(ApprovalNews, WhoeverAskedIsToldTheAnswer) {
  const auto asked = DeliverAsked(InAnHour());
  Deliver(testing::Changed(kAccount, asked, Answered(asked, Approval::STATE_GIVEN)));
  EXPECT_THAT(TextsOf(kAnna), ElementsAre("Согласовано: сделка «Кирпич» (Галина): До пятницы"));
}

TEST_F(ApprovalNews, WhoeverAskedIsToldTheRefusal) {
  const auto asked = DeliverAsked(InAnHour());
  Deliver(testing::Changed(kAccount, asked, Answered(asked, Approval::STATE_REFUSED)));
  EXPECT_THAT(TextsOf(kAnna), ElementsAre("Не согласовано: сделка «Кирпич» (Галина): До пятницы"));
}

TEST_F(ApprovalNews, WhoeverAnswersTheirOwnAskingIsNotTold) {
  const auto asked = DeliverAsked(InAnHour());
  Deliver(testing::Changed(kAccount, asked, Answered(asked, Approval::STATE_GIVEN, kAnna)));
  EXPECT_THAT(TextsOf(kAnna), IsEmpty());
}

TEST_F(ApprovalNews, WhoeverHasTheDealNowIsToldTheAnswerTogetherWithWhoeverAsked) {
  const auto asked = DeliverAsked(InAnHour());
  Deliver(testing::Changed(kAccount, asked, Answered(asked, Approval::STATE_GIVEN)), kGalina, kBoris);
  EXPECT_THAT(TextsOf(kBoris), ElementsAre("Approved: deal “Кирпич” (Галина): До пятницы"));
  EXPECT_THAT(TextsOf(kAnna), SizeIs(1));
}

TEST_F(ApprovalNews, WhoeverAskedAndHasLeftIsToldNothing) {
  const auto asked = DeliverAsked(InAnHour());
  Hire("id: 2 display_name: 'Анна' role: ROLE_MANAGER state: STATE_DISABLED");
  Deliver(testing::Changed(kAccount, asked, Answered(asked, Approval::STATE_REFUSED)), kGalina, kBoris);
  EXPECT_THAT(TextsOf(kAnna), IsEmpty());
  EXPECT_THAT(TextsOf(kBoris), SizeIs(1));
}

TEST_F(ApprovalNews, WhoeverAskedAndWhoeverIsAskedAreToldThatTheDealHasChanged) {
  const auto asked = DeliverAsked(InAnHour());
  Deliver(testing::Changed(kAccount, asked, Withdrawn(asked, Approval::WITHDRAWAL_CHANGED)), kBoris, kBoris);
  const std::string changed = "Условия по сделке «Кирпич» изменились (Борис): согласование больше не действует";
  EXPECT_THAT(TextsOf(kAnna), ElementsAre(changed));
  EXPECT_THAT(TextsOf(kGalina), ::testing::Contains(changed));
  EXPECT_THAT(TextsOf(kBoris), IsEmpty());
}

TEST_F(ApprovalNews, WhoeverHasGivenItIsToldThatTheDealHasChangedSince) {
  const auto asked = DeliverAsked(InAnHour());
  const auto given = Answered(asked, Approval::STATE_GIVEN, kDarya);
  Deliver(testing::Changed(kAccount, asked, given), kDarya);
  Deliver(testing::Changed(kAccount, given, Withdrawn(given, Approval::WITHDRAWAL_CHANGED)), kAnna, kAnna);
  EXPECT_THAT(TextsOf(kDarya),
              ElementsAre("Условия по сделке «Кирпич» изменились (Анна): согласование больше не действует"));
  EXPECT_THAT(TextsOf(kGalina), SizeIs(1));
}

TEST_F(ApprovalNews, WhoeverAskedIsToldThatSomebodyElseHasTakenItBack) {
  const auto asked = DeliverAsked(InAnHour());
  Deliver(testing::Changed(kAccount, asked, Withdrawn(asked, Approval::WITHDRAWAL_TAKEN_BACK)), kBoris, kBoris);
  EXPECT_THAT(TextsOf(kAnna), ElementsAre("Запрос согласования отозван: сделка «Кирпич» (Борис)"));
  EXPECT_EQ(OnlyStateOf(kGalina), Notification::STATE_ACKNOWLEDGED);
}

TEST_F(ApprovalNews, OfAMoveNobodyIsTold) {
  const auto asked = DeliverAsked(InAnHour());
  Deliver(testing::Changed(kAccount, asked, Withdrawn(asked, Approval::WITHDRAWAL_MOVED)), kBoris, kBoris);
  EXPECT_THAT(TextsOf(kAnna), IsEmpty());
}

TEST_F(ApprovalNews, TheDeputyOfTheTeamIsPassedWhatItsHeadDoesNotAnswer) {
  Hire("id: 4 display_name: 'Галина' role: ROLE_HEAD_OF_SALES state: STATE_ACTIVE");
  replica_.Deliver(testing::Created(kAccount, Proto<crm::v1::Team>("id: 1 head_user_id: 4 deputy_user_id: 3")));
  replica_.timers.Start();
  DeliverAsked(Now() + kSecond / 2);
  ASSERT_TRUE(Eventually([&] { return !TextsOf(kBoris).empty(); }));
}

TEST_F(ApprovalNews, WhereTheOnlyDirectorIsAskedAnAdminIsPassedIt) {
  Hire("id: 6 display_name: 'Ольга' role: ROLE_ADMIN state: STATE_ACTIVE");
  replica_.timers.Start();
  DeliverAsked(Now() + kSecond / 2, kDarya);
  ASSERT_TRUE(Eventually([&] { return !TextsOf(6).empty(); }));
  EXPECT_THAT(TextsOf(kDarya), SizeIs(1));
}

TEST_F(ApprovalNews, WhereNobodyElseCanAnswerWhoeverIsAskedIsAskedAgain) {
  replica_.timers.Start();
  DeliverAsked(Now() + kSecond / 2, kDarya);
  ASSERT_TRUE(Eventually([&] { return TextsOf(kDarya).size() == 2; }));
}

TEST_F(ApprovalNews, TheAskingEndsWithAnAnswerOrAWithdrawal) {
  for (const auto state : {Approval::STATE_GIVEN, Approval::STATE_REFUSED, Approval::STATE_WITHDRAWN}) {
    auto asked = Asked(InAnHour());
    asked.set_id(state);
    Deliver(testing::Created(kAccount, asked));
    EXPECT_EQ(replica_.InboxOf(kAccount, kGalina).back().state(), Notification::STATE_UNREAD);
    Deliver(testing::Changed(kAccount, asked, Answered(asked, state)));
    EXPECT_EQ(replica_.InboxOf(kAccount, kGalina).back().state(), Notification::STATE_ACKNOWLEDGED);
    EXPECT_FALSE(replica_.DueOf({kAccount, "approval", 7, asked.id()}));
  }
}

TEST_F(ApprovalNews, ASnoozedAskingEndsToo) {
  const auto asked = DeliverAsked(InAnHour());
  Snooze(kGalina);
  Deliver(testing::Changed(kAccount, asked, Answered(asked, Approval::STATE_GIVEN, kDarya)));
  EXPECT_EQ(OnlyStateOf(kGalina), Notification::STATE_ACKNOWLEDGED);
}

TEST_F(ApprovalNews, WhatNobodyAnswersIsPassedOnToTheDeputyAndTheDirector) {
  replica_.timers.Start();
  const auto asked = DeliverAsked(Now() + kSecond / 2);
  ASSERT_TRUE(Eventually([&] { return !TextsOf(kDarya).empty(); }));
  EXPECT_THAT(TextsOf(kDarya), ElementsAre("Никто не ответил вовремя, согласуйте сделку «Кирпич» (Анна): Скидка 10%"));
  EXPECT_THAT(TextsOf(kBoris), ElementsAre("Nobody has answered in time, your approval is asked for: deal “Кирпич” "
                                           "(Анна): Скидка 10%"));
  EXPECT_THAT(TextsOf(kGalina), SizeIs(1));
  Deliver(testing::Changed(kAccount, asked, Answered(asked, Approval::STATE_GIVEN, kBoris)));
  for (const int64_t user : {kGalina, kBoris, kDarya}) EXPECT_EQ(OnlyStateOf(user), Notification::STATE_ACKNOWLEDGED);
}

TEST_F(ApprovalNews, WhoeverAskedIsNotPassedTheirOwnAsking) {
  Hire("id: 4 display_name: 'Галина' role: ROLE_HEAD_OF_SALES state: STATE_ACTIVE deputy_user_id: 2");
  replica_.timers.Start();
  DeliverAsked(Now() + kSecond / 2);
  ASSERT_TRUE(Eventually([&] { return !TextsOf(kDarya).empty(); }));
  EXPECT_THAT(TextsOf(kAnna), IsEmpty());
}

TEST_F(ApprovalNews, AnAnsweredOneIsNotPassedOn) {
  const auto asked = DeliverAsked(InAnHour());
  EXPECT_TRUE(replica_.DueOf({kAccount, "approval", 7, 9}));
  Deliver(testing::Changed(kAccount, asked, Answered(asked, Approval::STATE_GIVEN)));
  EXPECT_FALSE(replica_.DueOf({kAccount, "approval", 7, 9}));
}

TEST_F(ApprovalNews, WhileTheDealWaitsItsTasksAreNotOverdue) {
  DeliverAsked(InAnHour());
  replica_.timers.Start();
  auto task = Task(At("2020-03-02T09:00:00Z"));
  task.set_deal_id(7);
  replica_.Deliver(Created(task));
  ASSERT_TRUE(Eventually([&] { return Overdue().value_or(0) > Now(); }));
  EXPECT_THAT(replica_.InboxOf(kAccount, kAnna), IsEmpty());
  EXPECT_THAT(replica_.InboxOf(kAccount, kBoris), IsEmpty());
}

TEST_F(ApprovalNews, OnceItIsAnsweredTheyAreOverdue) {
  const auto asked = DeliverAsked(InAnHour());
  Deliver(testing::Changed(kAccount, asked, Answered(asked, Approval::STATE_GIVEN, kAnna)));
  replica_.timers.Start();
  auto task = Task(At("2020-03-02T09:00:00Z"));
  task.set_deal_id(7);
  replica_.Deliver(Created(task));
  EXPECT_TRUE(Eventually([&] { return replica_.InboxOf(kAccount, kAnna).size() == 1; }));
}

}  // namespace
}  // namespace voronka::notifier
