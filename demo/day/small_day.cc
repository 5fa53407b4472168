#include "demo/day/days.h"
#include "demo/day/gates.h"
#include "demo/day/props.h"
#include "demo/moves/filling.h"

// A day in the solution `small`: what is broken, what it costs, and a stage beside the way.
namespace voronka::demo {
namespace {

using crm::v1::Deal;

constexpr std::string_view kWorkshop = "repairs";

// The rule of «Договариваемся» holds for whoever passes it by too.
void AgreeBeforeRepairing(Day& day) {
  auto move = MoveOf(Make(day, DraftOf("Восьмёрка на заднем колесе", kWorkshop, "new")), "repairing");
  SeeRefused(day, move, {OwnFieldRequired("breakage"), FieldRequired("deal.amount")});
  Fill(move, "deal.fields[\"breakage\"]", TextValue("Погнут обод, нужна правка."));
  Fill(move, "deal.amount", MoneyValue(1'800));
  const Deal deal = SeePassed(day, move);
  SeePassed(day, MoveOf(deal, "no_answer"));
  SeePassed(day, MoveOf(deal, "repairing"));
  SeePassed(day, MoveOf(deal, "given_back"));
}

void RefuseWithAReason(Day& day) {
  auto move = MoveOf(Make(day, DraftOf("Электросамокат не заряжается", kWorkshop, "talking")), "refused");
  SeeRefused(day, move, {kReasonRequired});
  move.set_loss_reason("too_expensive");
  SeePassed(day, move);
  SeePassed(day, MoveOf(Make(day, DraftOf("Раскрутим ваш сайт", kWorkshop, "new")), "spam"));
}

}  // namespace

std::vector<DayScene> DayOfSmall() {
  return {
      {{"Сначала договориться, потом чинить", "First agree, then repair"}, AgreeBeforeRepairing},
      {{"Отказ — с причиной, спам — сам себе причина", "A refusal needs a reason, spam is one"}, RefuseWithAReason}};
}

}  // namespace voronka::demo
