#include "demo/life/living_deal.h"

#include "demo/life/barring_choices.h"
#include "demo/life/said.h"
#include "voronka/crm/v1/timeline.pb.h"

namespace voronka::demo {
namespace {

using crm::v1::Stage;

bool IsClosed(const Stage& stage) { return stage.kind() == Stage::KIND_WON || stage.kind() == Stage::KIND_LOST; }

void WriteNotes(LivingDeal& deal) {
  for (std::size_t left = deal.chance.Below(3); left > 0; --left) {
    crm::v1::AddNoteRequest request;
    request.set_deal_id(deal.deal_id);
    request.set_text(std::string(deal.chance.OneOf(NotesOfTalks())));
    deal.manager().Call<crm::v1::TimelineEntry>(request);
  }
}

// Of five deals one is forgotten, unless a rule has asked for a task.
void LeaveTasks(LivingDeal& deal) {
  const bool closed = IsClosed(deal.plan.stage());
  if (deal.task_id == 0 && (closed ? deal.chance.Percent(50) : deal.plan.number % 5 != 4)) PlanTask(deal);
  if (closed && deal.task_id != 0) CompleteTask(deal);
}

}  // namespace

LivingDeal::LivingDeal(Office& the_office, Clients& all_clients, const PlannedDeal& planned, uint64_t the_seed)
    : office(the_office),
      clients(all_clients),
      plan(planned),
      seed(the_seed),
      chance(the_seed, "deal", static_cast<uint64_t>(planned.number)),
      trade(TradeOf(the_office.solution(), planned.pipeline->key())),
      circumstances{.trade = trade,
                    .now = the_office.now(),
                    .head_of_sales_id = the_office.head_of_sales_id(),
                    .avoided = BarringChoices(planned.stage())},
      manager_number(chance.Below(kManagers.size())) {}

void Live(LivingDeal& deal) {
  if (ComesByInquiry(deal)) return SendInquiry(deal);
  MeetClient(deal);
  Begin(deal);
  CallClient(deal);
  GoAllTheWay(deal);
  TickHalf(deal);
  WriteNotes(deal);
  LeaveTasks(deal);
}

}  // namespace voronka::demo
