#include <algorithm>

#include "demo/story/awaited.h"
#include "demo/story/deals.h"
#include "demo/story/expectation.h"
#include "demo/story/inquiries.h"
#include "demo/story/refusal.h"
#include "demo/story/steps.h"
#include "demo/story/timeline.h"

// The owner's work on the deal: the client writes again, and a rule holds.
namespace voronka::demo {

using crm::v1::Deal;
using crm::v1::Inquiry;
using crm::v1::TimelineEntry;
using notifier::v1::Notification;

void HearFromTheClientAgain(Scene& scene) {
  const std::string phone = scene.client.PhoneAnotherWay();
  const auto inquiry = Submit(scene, scene.client.Writes(phone, "И ещё: сколько стоит доставка в Тулу?"));
  Expect(inquiry.outcome() == Inquiry::OUTCOME_OPEN_DEAL && inquiry.deal_id() == scene.deal_id,
         {"клиент узнан по телефону, обращение — в его открытой сделке",
          "the client is known by the phone, and the inquiry joins their open deal"},
         OneLine(inquiry), LookAtDeal(scene.deal_id));
  const auto inquiries = Timeline(scene.cast.site(), scene.deal_id, TimelineEntry::KIND_INQUIRY);
  Expect(std::ranges::count(inquiries, inquiry.id(), &TimelineEntry::inquiry_id) == 1,
         {"обращение — в ленте этой сделки, один раз", "the inquiry is in this deal's timeline, once"},
         std::to_string(inquiries.size()), LookAtDeal(scene.deal_id));
  scene.narrator.Tell({"Тот же клиент пишет снова (телефон записан так: {}): новой сделки нет, обращение — в ленте #{}",
                       "The same client writes again (phone written {}): no new deal, it is in the timeline of #{}"},
                      phone, scene.deal_id);
}

void BeToldOfTheClient(Scene& scene) {
  const Arrival told = AwaitNotification(
      scene, {.kind = Notification::KIND_CLIENT_WROTE, .deal_id = scene.deal_id, .user_id = scene.owner_id},
      {"ответственный узнаёт, что клиент написал снова", "the responsible is told that the client has written again"});
  scene.narrator.Tell({"{} видит: «{}»", "{} sees: “{}”"}, scene.cast.Name(scene.owner_id), told.notification.text());
}

void LoseItWithoutAReason(Scene& scene) {
  const Text expected{"закрыть без причины нельзя, и сказано, чего не хватает (loss_reason)",
                      "it cannot be lost without a reason, and what is missing (loss_reason) is named"};
  const Deal before = ReadDeal(scene.cast.site(), scene.deal_id);
  const client::CallFailed refusal = Refused([&] { Move(scene.cast.As(scene.owner_id), scene.deal_id, kLost); },
                                             "LOSS_REASON_REQUIRED", expected, LookAtDeal(scene.deal_id));
  const auto& missing = refusal.precondition_violations();
  const auto names_it = [](const auto& violation) {
    return violation.subject().find("loss_reason") != std::string::npos;
  };
  Expect(std::ranges::any_of(missing, names_it), expected, refusal.what(), LookAtDeal(scene.deal_id));
  const Deal after = ReadDeal(scene.cast.site(), scene.deal_id);
  Expect(after.etag() == before.etag(), {"отказ ничего не изменил", "the refusal changed nothing"}, OneLine(after),
         LookAtDeal(scene.deal_id));
  scene.narrator.Tell(
      {"{} закрывает в «{}» без причины: отказ, «{}»", "{} moves it to “{}” without a reason: refused, “{}”"},
      scene.cast.Name(scene.owner_id), scene.StageName(kLost), refusal.localized_message());
}

}  // namespace voronka::demo
