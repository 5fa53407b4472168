#include "demo/people/patient_call.h"
#include "demo/story/awaited.h"
#include "demo/story/deals.h"
#include "demo/story/expectation.h"
#include "demo/story/inquiries.h"
#include "demo/story/round.h"
#include "demo/story/steps.h"
#include "demo/story/tasks.h"
#include "voronka/distribution/v1/offer.pb.h"

// Two services are killed while work is in progress, and nothing is lost.
namespace voronka::demo {

using crm::v1::Deal;

void PutWorkInFlight(Scene& scene) {
  scene.deal_in_faults_id = SubmitForNewClient(scene, "Олег Титов", "Нужен кабель-канал, 300 м.");
  const Arrival offer = AwaitOffer(scene, scene.deal_in_faults_id, 1, Now());
  scene.narrator.Tell({"{} видит: «{}»", "{} sees: “{}”"}, scene.cast.Name(offer.user_id), offer.notification.text());
  scene.reminder = Now() + kReminderAheadOfKill;
  scene.task_id = SetTask(scene.cast.As(scene.owner_id), scene.deal_id, "Проверить оплату", scene.reminder).id();
  scene.narrator.Tell({"{} ставит задачу с напоминанием в {}", "{} sets a task with a reminder at {}"},
                      scene.cast.Name(scene.owner_id), scene.reminder);
}

void KillServices(Scene& scene) {
  for (SupervisedProcess& service : scene.services) service.Kill();
  scene.killed = Now();
  scene.narrator.Tell({"kill -9: distribution_service и notifier", "kill -9: distribution_service and notifier"});
}

void SeeThemStartAgain(Scene& scene) {
  for (const SupervisedProcess& service : scene.services) {
    Expect(scene.patience.Await([&] { return service.StartedAgain(); }),
           {"служба запущена снова", "the service has been started again"}, service.program(), "./deploy/run status");
  }
  client::Client& head = scene.cast.head_of_sales();
  head.Call<distribution::v1::ListOffersResponse>(distribution::v1::ListOffersRequest(), kPatientCall);
  head.Call<notifier::v1::ListNotificationsResponse>(notifier::v1::ListNotificationsRequest(), kPatientCall);
  const auto away = Now() - scene.killed;
  scene.figures.Note("answering_again_after", away);
  scene.narrator.Tell({"Запущены снова и отвечают через {}", "Started again, they answer after {}"}, away);
}

void SeeTheOfferPassOn(Scene& scene) {
  const Moment deadline = scene.deadline;
  const Arrival second = AwaitOffer(scene, scene.deal_in_faults_id, 2, deadline);
  const auto late = second.at - deadline;
  scene.figures.Note("next_offer_seen_late_after_kill", late);
  scene.narrator.Tell({"Срок прошёл. {} видит: «{}» (через {} после срока) — и не берёт",
                       "The deadline has passed. {} sees: “{}” ({} after the deadline), and does not take it"},
                      scene.cast.Name(second.user_id), second.notification.text(), late);
  const Arrival third = AwaitOffer(scene, scene.deal_in_faults_id, 3, scene.deadline);
  const Deal deal = Take(scene.cast.As(third.user_id), scene.deal_in_faults_id);
  Expect(deal.responsible_user_id() == third.user_id && !deal.has_offer_deadline(),
         {"сделка закреплена за взявшим", "the deal is theirs for good"}, OneLine(deal),
         LookAtDeal(scene.deal_in_faults_id));
  CheckRound(scene, scene.deal_in_faults_id, {.offers = 3, .reclaims = 2});
  scene.narrator.Tell({"{} видит: «{}» — и нажимает «Взять в работу»", "{} sees: “{}”, and takes it"},
                      scene.cast.Name(third.user_id), third.notification.text());
}

}  // namespace voronka::demo
