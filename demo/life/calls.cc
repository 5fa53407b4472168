#include <string>
#include <utility>

#include "demo/life/living_deal.h"
#include "demo/life/said.h"
#include "voronka/crm/v1/activity.pb.h"

// What is done to reach a client.
namespace voronka::demo {
namespace {

using crm::v1::Activity;

constexpr int kInVain = 30;
constexpr int kClientCalls = 20;
constexpr int kObject = 35;

void NoteActivity(LivingDeal& deal, Activity activity) {
  activity.set_deal_id(deal.deal_id);
  crm::v1::CreateActivityRequest request;
  *request.mutable_activity() = std::move(activity);
  deal.manager().Call<Activity>(request);
}

void TalkToClient(LivingDeal& deal) {
  Activity talk;
  talk.set_kind(Activity::KIND_CALL);
  if (deal.chance.Percent(kClientCalls)) talk.set_direction(Activity::DIRECTION_INCOMING);
  talk.set_reached(true);
  talk.mutable_duration()->set_seconds(deal.chance.Between(40, 900));
  talk.set_note(std::string(deal.chance.OneOf(NotesOfTalks())));
  if (deal.chance.Percent(kObject)) talk.set_objection(std::string(deal.chance.OneOf(Objections())));
  NoteActivity(deal, std::move(talk));
}

}  // namespace

void TryToReach(LivingDeal& deal, int times) {
  for (int i = 0; i < times; ++i) {
    Activity attempt;
    attempt.set_kind(i % 3 == 1 ? Activity::KIND_MESSAGE : Activity::KIND_CALL);
    attempt.set_note(std::string(deal.chance.OneOf(i % 3 == 1 ? UnreadMessages() : UnansweredCalls())));
    NoteActivity(deal, std::move(attempt));
  }
}

void CallClient(LivingDeal& deal) {
  for (std::size_t left = deal.chance.Below(3); left > 0; --left) {
    if (deal.chance.Percent(kInVain)) {
      TryToReach(deal, 1);
    } else {
      TalkToClient(deal);
    }
  }
}

}  // namespace voronka::demo
