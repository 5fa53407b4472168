#include <algorithm>
#include <array>
#include <tuple>
#include <vector>

#include "demo/people/all_pages.h"
#include "demo/story/expectation.h"
#include "demo/story/steps.h"

// In the whole story, nobody is notified twice of the same thing, and the streams have delivered everything that the
// inboxes hold.
namespace voronka::demo {
namespace {

using notifier::v1::ListNotificationsRequest;
using notifier::v1::ListNotificationsResponse;
using notifier::v1::Notification;

// User, kind, deal and task of a notification.
using Told = std::tuple<int64_t, Notification::Kind, int64_t, int64_t>;

Told ToldBy(int64_t user_id, const Notification& notification) {
  return {user_id, notification.kind(), notification.deal_id(), notification.task_id()};
}

bool IsOfTheStory(const Scene& scene, const Notification& notification) {
  const std::array deals{scene.deal_id, scene.deal_in_faults_id, scene.deal_nobody_took_id};
  return notification.deal_id() != 0 && std::ranges::count(deals, notification.deal_id()) > 0;
}

std::vector<Told> OnStreams(const Scene& scene) {
  std::vector<Told> told;
  for (const Arrival& arrival : scene.cast.arrivals().All())
    if (IsOfTheStory(scene, arrival.notification)) told.push_back(ToldBy(arrival.user_id, arrival.notification));
  std::ranges::sort(told);
  return told;
}

std::vector<Told> InInboxes(const Scene& scene) {
  std::vector<Told> told;
  for (const int64_t user_id : scene.cast.UserIds()) {
    ForEachPage<ListNotificationsResponse>(scene.cast.As(user_id), ListNotificationsRequest(), [&](const auto& page) {
      for (const Notification& notification : page.notifications())
        if (IsOfTheStory(scene, notification)) told.push_back(ToldBy(user_id, notification));
    });
  }
  std::ranges::sort(told);
  return told;
}

std::string Words(const Scene& scene, const std::vector<Told>& told) {
  std::string lines;
  for (const auto& [user_id, kind, deal_id, task_id] : told)
    lines += fmt::format("\n      {}: {} deal_id={} task_id={}", scene.cast.Name(user_id),
                         Notification::Kind_Name(kind), deal_id, task_id);
  return lines;
}

}  // namespace

void FindNothingTwice(Scene& scene) {
  std::vector<Told> streams;
  std::vector<Told> inboxes;
  const bool agree = scene.patience.Await([&] {
    streams = OnStreams(scene);
    inboxes = InInboxes(scene);
    return streams == inboxes;
  });
  Expect(agree, {"ленты показали всё, что лежит во входящих", "the streams have shown all that the inboxes hold"},
         Words(scene, streams), "voronka notifier.InboxService.ListNotifications");
  Expect(std::ranges::adjacent_find(streams) == streams.end(),
         {"никому ничего не сказано дважды", "nobody is told anything twice"}, Words(scene, streams),
         "voronka notifier.InboxService.ListNotifications");
  scene.narrator.Tell({"Уведомлений: {}, каждое показано один раз; обрывов лент: {}, все продолжены с курсора",
                       "Notifications: {}, each shown once; broken streams: {}, each resumed from its cursor"},
                      streams.size(), scene.cast.StreamResumptions());
}

}  // namespace voronka::demo
