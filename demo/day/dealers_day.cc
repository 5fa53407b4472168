#include <string>

#include "demo/day/days.h"
#include "demo/day/gates.h"
#include "demo/day/props.h"
#include "demo/moves/filling.h"
#include "demo/people/people.h"
#include "demo/story/deals.h"
#include "demo/story/moment.h"
#include "demo/story/refusal.h"

// A day in the solution `dealers`: a goal, a budget and a planned task for every deal from the offer on.
namespace voronka::demo {
namespace {

using crm::v1::Deal;

constexpr std::string_view kNewDealersFunnel = "new_dealers";
constexpr std::string_view kErrandsFunnel = "todo";

Deal OfferedDeal(Day& day, std::string_view name, bool told) {
  const Deal deal = Make(day, DraftOf(name, kNewDealersFunnel, "first_contact"));
  auto move = MoveOf(deal, "offer_sent");
  if (told) SeeRefused(day, move, {OwnFieldRequired("goal"), FieldRequired("deal.amount"), kTaskRequired});
  PlanTaskFor(day, deal, "Спросить, что решили");
  Fill(move, "deal.fields[\"goal\"]", TextValue("Подписать дилерский договор"));
  Fill(move, "deal.amount", MoneyValue(450'000));
  return SeePassed(day, move);
}

void NameGoalAndBudget(Day& day) { OfferedDeal(day, "Дилерство в Казани", true); }

// The rule holds as long as the deal is open there.
void KeepTheGoal(Day& day) {
  const Deal deal = OfferedDeal(day, "Стенд и образцы для салона", false);
  crm::v1::UpdateDealRequest erase;
  erase.set_deal_id(deal.id());
  erase.mutable_deal();
  erase.mutable_update_mask()->add_paths("fields.goal");
  const auto refusal = Refused([&] { day.anna.Call<Deal>(erase); }, "FIELD_REQUIRED",
                               {"цель уже не стереть", "the goal cannot be erased any more"}, LookAtDeal(deal.id()));
  day.narrator.Tell({"{} стирает цель: отказ. {}", "{} erases the goal: refused. {}"}, kManagers[0].name,
                    refusal.localized_message());
  SeePassed(day, MoveOf(deal, "talks"));
}

// «Бюджет» may be a guess at first.
void CorrectTheBudget(Day& day) {
  const Deal rough = OfferedDeal(day, "Корнер в торговом центре", false);
  Expect(!rough.amount_confirmed(), {"сначала бюджет ориентировочный", "the budget is rough at first"}, OneLine(rough),
         LookAtDeal(rough.id()));
  crm::v1::UpdateDealRequest correct;
  correct.set_deal_id(rough.id());
  *correct.mutable_deal()->mutable_amount() = MoneyValue(520'000).money();
  correct.mutable_deal()->set_amount_confirmed(true);
  const auto real = day.anna.Call<Deal>(correct);
  Expect(real.amount_confirmed(), {"бюджет — реальная цифра", "the budget is a real figure"}, OneLine(real),
         LookAtDeal(rough.id()));
  day.narrator.Tell({"{} исправляет бюджет на реальную цифру", "{} corrects the budget to a real figure"},
                    kManagers[0].name);
}

void RunAnErrand(Day& day) {
  Deal draft = DraftOf("Подготовить стенд к выставке", kErrandsFunnel, "new");
  *draft.mutable_deadline() = TimestampOf(Now() + std::chrono::days(14));
  const Deal deal = Make(day, draft);
  Expect(deal.has_deadline(), {"у поручения есть крайний срок", "the errand has a deadline"}, OneLine(deal),
         LookAtDeal(deal.id()));
  SeePassed(day, MoveOf(deal, "doing"));
  SeePassed(day, MoveOf(deal, "done"));
  const Deal dropped = SeePassed(day, MoveOf(Make(day, DraftOf("Сверка", kErrandsFunnel, "new")), "cancelled"));
  Expect(dropped.loss_reason() == "cancelled", {"«Отменено» — само себе причина", "“Отменено” is its own reason"},
         OneLine(dropped), LookAtDeal(dropped.id()));
}

}  // namespace

std::vector<DayScene> DayOfDealers() {
  return {
      {{"Предложению нужны цель, бюджет и задача", "An offer needs a goal, a budget and a task"}, NameGoalAndBudget},
      {{"Цель уже не стереть", "The goal cannot be erased any more"}, KeepTheGoal},
      {{"Бюджет: сначала на глаз, потом реальная цифра", "The budget: a guess first, then a real figure"},
       CorrectTheBudget},
      {{"Поручение — не продажа: бюджета не спрашивают", "An errand is no sale: nobody asks for a budget"},
       RunAnErrand}};
}

}  // namespace voronka::demo
