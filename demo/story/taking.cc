#include "demo/story/deals.h"
#include "demo/story/expectation.h"
#include "demo/story/refusal.h"
#include "demo/story/steps.h"

// The manager who had the first offer comes too late; the one who has it now takes it.
namespace voronka::demo {

using crm::v1::Deal;

void TakeItTooLate(Scene& scene) {
  const Text expected{"опоздавшему отказано (OFFER_EXPIRED) и сказано, у кого сделка",
                      "the latecomer is refused (OFFER_EXPIRED) and told who has the deal"};
  const client::CallFailed refusal = Refused([&] { Move(scene.cast.As(scene.late_id), scene.deal_id, kAccepted); },
                                             "OFFER_EXPIRED", expected, LookAtDeal(scene.deal_id));
  Expect(refusal.metadata("responsible_user_id") == std::to_string(scene.owner_id) &&
             refusal.metadata("responsible_name") == scene.cast.Name(scene.owner_id),
         expected, refusal.what(), LookAtDeal(scene.deal_id));
  scene.narrator.Tell({"{} пробует её взять: отказ, «{}»", "{} tries to take it: refused, “{}”"},
                      scene.cast.Name(scene.late_id), refusal.localized_message());
}

void TakeItByMoving(Scene& scene) {
  const Deal deal = Move(scene.cast.As(scene.owner_id), scene.deal_id, kAccepted);
  Expect(deal.stage() == kAccepted && deal.responsible_user_id() == scene.owner_id && !deal.has_offer_deadline(),
         {"сделка на новом этапе и закреплена за взявшим", "the deal is on the new stage and theirs for good"},
         OneLine(deal), LookAtDeal(scene.deal_id));
  scene.narrator.Tell(
      {"{} переводит сделку в «{}»: взята, срока больше нет", "{} moves the deal to “{}”: taken, no deadline any more"},
      scene.cast.Name(scene.owner_id), scene.StageName(kAccepted));
}

}  // namespace voronka::demo
