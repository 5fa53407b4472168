#include <fmt/format.h>

#include <stdexcept>
#include <string>

#include "demo/life/answers.h"
#include "demo/life/learnt_fields.h"
#include "demo/life/living_deal.h"
#include "demo/moves/filling.h"
#include "voronka/crm/v1/lead.pb.h"

// The deal's way from stage to stage. What the rules ask for is told when they ask.
namespace voronka::demo {
namespace {

using crm::v1::Deal;
using crm::v1::MoveDealRequest;
using crm::v1::Stage;

// An answer may raise another question: whoever has received the goods is asked how they are.
constexpr int kTries = 4;
// Of what a manager learns on the way.
constexpr int kAreWritten = 70;
constexpr int kHavePriceAtOnce = 40;
constexpr int kHoursOfErrand = 24 * 14;

const FieldPlace kAmount{crm::v1::ENTITY_DEAL, "amount", false};

crm::v1::FieldValue InventedAmount(LivingDeal& deal) {
  return InventedValue(deal.office.field(kAmount), deal.circumstances, deal.chance);
}

void WriteWhatIsLearnt(LivingDeal& deal, const Stage& stage, std::size_t step, MoveDealRequest& move) {
  const auto& fields = deal.office.fields(crm::v1::ENTITY_DEAL);
  for (const auto* field : LearntFields(fields, *deal.plan.pipeline, stage, step)) {
    if (!deal.chance.Percent(kAreWritten)) continue;
    Fill(move, FieldPlace{crm::v1::ENTITY_DEAL, field->key(), true},
         InventedValue(*field, deal.circumstances, deal.chance));
  }
  if (deal.trade.dearest == 0) return;
  if (step == 1) Fill(move, kAmount, InventedAmount(deal));
  if (stage.kind() == Stage::KIND_WON) move.mutable_deal()->set_amount_confirmed(true);
}

MoveDealRequest MoveTo(LivingDeal& deal, const Stage& stage, std::size_t step) {
  MoveDealRequest move;
  move.set_deal_id(deal.deal_id);
  move.set_stage(stage.key());
  if (stage.kind() != Stage::KIND_LOST) WriteWhatIsLearnt(deal, stage, step, move);
  return move;
}

// The deal that is made of a lead lives its own life.
void Convert(LivingDeal& deal, const MoveDealRequest& move) {
  crm::v1::ConvertLeadRequest request;
  request.set_deal_id(move.deal_id());
  if (move.has_deal()) *request.mutable_deal() = move.deal();
  if (move.has_update_mask()) *request.mutable_update_mask() = move.update_mask();
  if (move.has_contact()) *request.mutable_contact() = move.contact();
  if (move.has_contact_update_mask()) *request.mutable_contact_update_mask() = move.contact_update_mask();
  if (move.has_company()) *request.mutable_company() = move.company();
  if (move.has_company_update_mask()) *request.mutable_company_update_mask() = move.company_update_mask();
  deal.manager().Call<crm::v1::Conversion>(request);
}

void Pass(LivingDeal& deal, const Stage& stage, const MoveDealRequest& move) {
  const bool is_lead = deal.plan.pipeline->purpose() == crm::v1::Pipeline::PURPOSE_LEADS;
  if (is_lead && stage.kind() == Stage::KIND_WON) return Convert(deal, move);
  deal.manager().Call<Deal>(move);
}

// Whether the deal is there now. If not, it cannot go there.
bool Go(LivingDeal& deal, const Stage& stage, MoveDealRequest move) {
  for (int tries = 0; tries < kTries; ++tries) {
    try {
      Pass(deal, stage, move);
      deal.stage = &stage;
      return true;
    } catch (const client::CallFailed& refusal) {
      if (refusal.code() != grpc::StatusCode::FAILED_PRECONDITION) throw;
      if (IsFinal(refusal)) return false;
      Answer(deal, refusal, stage, move);
    }
  }
  return false;
}

// Some are late with it.
google::protobuf::Timestamp DeadlineOf(LivingDeal& deal) {
  using std::chrono::hours;
  const Moment this_hour = std::chrono::floor<hours>(deal.office.now());
  return TimestampOf(this_hour + hours(deal.chance.Between(-kHoursOfErrand / 4, kHoursOfErrand)));
}

}  // namespace

void Begin(LivingDeal& deal) {
  crm::v1::CreateDealRequest request;
  Deal& draft = *request.mutable_deal();
  draft.set_name(std::string(deal.chance.OneOf(deal.trade.deals)));
  draft.set_contact_id(deal.contact_id);
  draft.set_pipeline(deal.plan.pipeline->key());
  draft.set_stage(deal.plan.way.front()->key());
  if (deal.trade.dearest != 0 && deal.chance.Percent(kHavePriceAtOnce)) {
    *draft.mutable_amount() = InventedAmount(deal).money();
  }
  if (deal.plan.pipeline->purpose() == crm::v1::Pipeline::PURPOSE_ERRANDS) {
    *draft.mutable_deadline() = DeadlineOf(deal);
  }
  deal.deal_id = deal.manager().Call<Deal>(request).id();
  deal.stage = deal.plan.way.front();
}

void GoAllTheWay(LivingDeal& deal) {
  for (std::size_t step = 1; step < deal.plan.way.size(); ++step) {
    const Stage& stage = *deal.plan.way[step];
    // A stage on the way that is not for this deal is passed by, as those who come for their goods pass by the
    // delivery.
    if (Go(deal, stage, MoveTo(deal, stage, step)) || &stage != &deal.plan.stage()) continue;
    throw std::runtime_error(fmt::format("deal #{} does not get to “{}”", deal.deal_id, stage.name()));
  }
}

}  // namespace voronka::demo
