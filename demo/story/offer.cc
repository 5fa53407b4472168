#include "demo/story/awaited.h"
#include "demo/story/deals.h"
#include "demo/story/expectation.h"
#include "demo/story/round.h"
#include "demo/story/steps.h"

// Nobody answers the first offer: it is reclaimed at its deadline and passed on.
namespace voronka::demo {

using crm::v1::Deal;
using notifier::v1::Notification;

void SeeTheOffer(Scene& scene) {
  const Arrival offer = AwaitOffer(scene, scene.deal_id, 1, Now());
  scene.late_id = offer.user_id;
  const Deal deal = ReadDeal(scene.cast.site(), scene.deal_id);
  Expect(deal.responsible_user_id() == scene.late_id && MomentOf(deal.offer_deadline()) == scene.deadline,
         {"ответственный и срок в сделке те же, что в уведомлении",
          "the deal names the responsible and the deadline that the notification does"},
         OneLine(deal), LookAtDeal(scene.deal_id));
  const auto seen_after = offer.at - MomentOf(deal.create_time());
  scene.figures.Note("offer_seen_after", seen_after);
  scene.narrator.Tell({"{} видит: «{}» (через {} после заявки)", "{} sees: “{}” ({} after the inquiry)"},
                      scene.cast.Name(scene.late_id), offer.notification.text(), seen_after);
}

void LetTheOfferLapse(Scene& scene) {
  scene.narrator.Tell({"{} ничего не делает…", "{} does nothing…"}, scene.cast.Name(scene.late_id));
  const Moment deadline = scene.deadline;
  const Arrival next = AwaitOffer(scene, scene.deal_id, 2, deadline);
  scene.owner_id = next.user_id;
  const auto late = next.at - deadline;
  scene.figures.Note("next_offer_seen_late", late);
  scene.narrator.Tell({"Срок прошёл. {} видит: «{}» (через {} после срока)",
                       "The deadline has passed. {} sees: “{}” ({} after the deadline)"},
                      scene.cast.Name(scene.owner_id), next.notification.text(), late);
}

void SeeItTakenBack(Scene& scene) {
  const auto late = CheckRound(scene, scene.deal_id, {.offers = 2, .reclaims = 1});
  scene.figures.Note("reclaim_recorded_late", late);
  scene.narrator.Tell({"По ленте сделки: не взята вовремя, записано через {} после срока",
                       "By the deal's timeline: taken back {} after the deadline"},
                      late);
}

void BeToldOfTheLoss(Scene& scene) {
  const Arrival told = AwaitNotification(
      scene, {.kind = Notification::KIND_OFFER_LOST, .deal_id = scene.deal_id, .user_id = scene.late_id},
      {"упустивший узнаёт, что сделка ушла", "whoever missed it is told that it went"});
  scene.narrator.Tell({"{} видит: «{}»", "{} sees: “{}”"}, scene.cast.Name(scene.late_id), told.notification.text());
}

}  // namespace voronka::demo
