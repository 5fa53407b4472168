#include "demo/story/awaited.h"

#include <fmt/format.h>

#include <vector>

#include "demo/story/expectation.h"

namespace voronka::demo {
namespace {

using notifier::v1::Notification;

// Everything that has arrived about the same deal or task, of any kind and to anybody; and whose stream is broken.
std::string ArrivedInstead(const Scene& scene, const Wanted& wanted) {
  std::string lines;
  for (const Arrival& arrival : scene.cast.arrivals().All({.deal_id = wanted.deal_id, .task_id = wanted.task_id}))
    lines += fmt::format("\n      {}: {}", scene.cast.Name(arrival.user_id), OneLine(arrival.notification));
  for (const std::string& failure : scene.cast.StreamFailures()) lines += "\n      " + failure;
  return lines.empty() ? "—" : lines;
}

std::string LookAt(const Wanted& wanted) {
  return wanted.task_id != 0 ? LookAtTask(wanted.task_id) : LookAtOffers(wanted.deal_id);
}

}  // namespace

Arrival AwaitNotification(const Scene& scene, const Wanted& wanted, Text expected, std::size_t number, Moment due) {
  std::vector<Arrival> arrivals;
  const bool came = scene.patience.Await(due + Patience::kLimit, [&] {
    arrivals = scene.cast.arrivals().All(wanted);
    return arrivals.size() >= number;
  });
  Expect(came, expected, came ? "" : ArrivedInstead(scene, wanted), LookAt(wanted));
  return arrivals[number - 1];
}

Arrival AwaitNotification(const Scene& scene, const Wanted& wanted, Text expected) {
  return AwaitNotification(scene, wanted, expected, 1, Now());
}

Arrival AwaitOffer(Scene& scene, int64_t deal_id, std::size_t number, Moment due) {
  const Wanted offers{.kind = Notification::KIND_OFFER, .deal_id = deal_id};
  Arrival offer = AwaitNotification(scene, offers,
                                    {"сделка назначена очередному менеджеру, и он видит это вживую",
                                     "the deal is offered to the next manager, who sees it on their live stream"},
                                    number, due);
  const Wanted to_them{.kind = Notification::KIND_OFFER, .deal_id = deal_id, .user_id = offer.user_id};
  Expect(scene.cast.arrivals().All(to_them).size() == 1,
         {"одному менеджеру сделка назначена за круг один раз", "a round offers the deal to a manager once"},
         ArrivedInstead(scene, to_them), LookAtOffers(deal_id));
  scene.deadline = MomentOf(offer.notification.deadline());
  return offer;
}

}  // namespace voronka::demo
