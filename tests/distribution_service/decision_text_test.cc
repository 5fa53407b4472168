#include "distribution_service/api/decision_text.h"

#include <gmock/gmock.h>

#include "distribution_service/rotation/choice.h"
#include "distribution_service/rotation/grounds.h"
#include "tests/distribution_service/samples.h"

namespace voronka::distribution {
namespace {

using v1::Decision;
using v1::Grounds;

KnownNames Names() {
  KnownNames names;
  names.people = {{1, "Анна"}, {2, "Борис"}, {5, "Вера"}};
  auto pipeline = SamplePipeline();
  pipeline.mutable_stages(1)->set_name("Принято в работу");
  auto& spam = *pipeline.add_loss_reasons();
  spam.set_key("spam");
  spam.set_name("Спам");
  names.pipelines.push_back(pipeline);
  return names;
}

Decision Decided(Decision::Kind kind, int64_t user_id, const Grounds& grounds = {}) {
  Decision decision;
  decision.set_kind(kind);
  decision.set_user_id(user_id);
  *decision.mutable_grounds() = grounds;
  return decision;
}

rpc::Text Said(Decision::Kind kind, const Grounds& grounds = {}) { return TextOf(Decided(kind, 1, grounds), Names()); }

TEST(DecisionText, SaysAfterWhomAndHowManyAreLeft) {
  auto queue = SampleQueue({1, 2, 5});
  TakeTurn(*queue.mutable_turns(), 5);
  const auto choice = Choose(queue, {.answered = {5}}, 0);
  const auto text = TextOf(Decided(choice.kind, choice.user_id, choice.grounds), Names());
  EXPECT_EQ(text.ru, "По очереди: Анна; предыдущая очередь: Вера. Осталось спросить в этом круге: 2 из 3.");
  EXPECT_EQ(text.en, "In turn: Анна; the last turn was: Вера. Left to ask in this round: 2 of 3.");
}

TEST(DecisionText, CallsPeopleByTheirNumbersIfTheirNamesAreNotKnown) {
  Grounds grounds = Because(Grounds::WHY_NEXT_IN_TURN);
  grounds.set_user_id(5);
  grounds.set_members_left(2);
  grounds.set_members(3);
  const auto text = TextOf(Decided(Decision::KIND_TURN, 7, grounds), {});
  EXPECT_EQ(text.ru,
            "По очереди: пользователь 7; предыдущая очередь: пользователь 5. Осталось спросить в этом круге: 2 из 3.");
  EXPECT_EQ(text.en, "In turn: user 7; the last turn was: user 5. Left to ask in this round: 2 of 3.");
}

TEST(DecisionText, NamesTheStageOfTheMoveThatTookTheOffer) {
  Grounds grounds = Because(Grounds::WHY_MOVED);
  grounds.set_pipeline("sales");
  grounds.set_stage("accepted");
  EXPECT_EQ(Said(Decision::KIND_TAKEN, grounds).ru, "Взята переводом на этап «Принято в работу»: Анна.");
  EXPECT_EQ(TextOf(Decided(Decision::KIND_TAKEN, 1, grounds), {}).en, "Taken by the move to “accepted”: user 1.");
}

TEST(DecisionText, NamesTheLossReason) {
  Grounds grounds = Because(Grounds::WHY_LOST);
  grounds.set_pipeline("sales");
  grounds.set_loss_reason("spam");
  EXPECT_EQ(Said(Decision::KIND_WITHDRAWN, grounds).ru, "Отозвана: Анна. Сделка не состоялась: Спам.");
}

TEST(DecisionText, RepeatsWhatTheUserSaid) {
  Grounds grounds;
  grounds.set_reason("на больничном {who}");
  EXPECT_EQ(Said(Decision::KIND_DECLINED, grounds).ru, "Отказ брать: Анна. Причина: на больничном {who}");
  EXPECT_EQ(Said(Decision::KIND_DECLINED).ru, "Отказ брать: Анна.");
}

TEST(DecisionText, SaysWhyTheSystemOfRecordRefused) {
  Grounds grounds;
  grounds.set_refusal("USER_DISABLED");
  EXPECT_EQ(Said(Decision::KIND_REFUSED, grounds).ru, "Назначить не удалось: Анна. Пользователь отключён.");
  grounds.set_refusal("USER_INVITED");
  EXPECT_EQ(Said(Decision::KIND_REFUSED, grounds).ru,
            "Назначить не удалось: Анна. Пользователь ещё не принял приглашение.");
  grounds.set_refusal("SOMETHING_NEW");
  EXPECT_EQ(Said(Decision::KIND_REFUSED, grounds).en, "Not offered after all: Анна. SOMETHING_NEW");
}

TEST(DecisionText, SaysWhyADealWaits) {
  EXPECT_EQ(Said(Decision::KIND_WAITING, Because(Grounds::WHY_QUEUE_PAUSED)).ru, "Ждёт: очередь приостановлена.");
}

// A decision of an earlier release has no grounds.
TEST(DecisionText, TellsTheKindIfNoMoreIsKnown) {
  EXPECT_EQ(Said(Decision::KIND_TURN).ru, "По очереди: Анна.");
  EXPECT_EQ(Said(Decision::KIND_WAITING).en, "Waits: nobody can be asked.");
}

TEST(DecisionText, HasWordsForEveryKindInBothLanguages) {
  for (int kind = Decision::KIND_TURN; kind <= Decision::Kind_MAX; ++kind) {
    for (int why = 0; why <= Grounds::Why_MAX; ++why) {
      const auto text = Said(static_cast<Decision::Kind>(kind), Because(static_cast<Grounds::Why>(why)));
      EXPECT_NE(text.ru, "Анна") << Decision::Kind_Name(kind);
      EXPECT_NE(text.ru, text.en);
    }
  }
}

}  // namespace
}  // namespace voronka::distribution
