#include "demo/story/awaited.h"
#include "demo/story/deals.h"
#include "demo/story/expectation.h"
#include "demo/story/inquiries.h"
#include "demo/story/round.h"
#include "demo/story/steps.h"

// An inquiry that nobody takes is escalated, so that it does not stay without an owner.
namespace voronka::demo {

using crm::v1::Deal;
using notifier::v1::Notification;

void LetEverybodyMissAnInquiry(Scene& scene) {
  scene.deal_nobody_took_id = SubmitForNewClient(scene, "Марина Гусева", "Интересует опт, светильники.");
  scene.deadline = Now();
  for (std::size_t number = 1; number <= scene.cast.manager_ids().size(); ++number) {
    const Arrival offer = AwaitOffer(scene, scene.deal_nobody_took_id, number, scene.deadline);
    scene.narrator.Tell({"{} видит: «{}» — и не берёт", "{} sees: “{}”, and does not take it"},
                        scene.cast.Name(offer.user_id), offer.notification.text());
  }
}

void HandItToTheHeadOfSales(Scene& scene) {
  const int64_t deal_id = scene.deal_nobody_took_id;
  const Arrival told = AwaitNotification(
      scene, {.kind = Notification::KIND_DEAL_ESCALATED, .deal_id = deal_id, .user_id = scene.cast.head_id()},
      {"после круга сделка у руководителя, и ему сказано", "after the round the head of sales has it and is told"}, 1,
      scene.deadline);
  const Deal deal = ReadDeal(scene.cast.site(), deal_id);
  Expect(deal.responsible_user_id() == scene.cast.head_id() && !deal.has_offer_deadline(),
         {"сделка закреплена за руководителем, без срока", "the deal is the head's, without a deadline"}, OneLine(deal),
         LookAtDeal(deal_id));
  CheckRound(scene, deal_id, {.offers = scene.cast.manager_ids().size(), .reclaims = scene.cast.manager_ids().size()});
  const auto late = told.at - scene.deadline;
  scene.figures.Note("escalation_seen_late", late);
  scene.narrator.Tell({"Круг пройден. {} видит: «{}» (через {} после последнего срока); срока больше нет",
                       "The round is over. {} sees: “{}” ({} after the last deadline); there is no deadline any more"},
                      scene.cast.Name(scene.cast.head_id()), told.notification.text(), late);
}

}  // namespace voronka::demo
