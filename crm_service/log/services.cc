#include "crm_service/log/services.h"

#include <utility>

#include "crm_service/log/changes/change_feed.h"
#include "crm_service/log/events/event_feed.h"
#include "foundation/events/stream_cursor.h"

namespace voronka::crm {

rpc::Services LogServices(rpc::FeedHost& host, const events::Tail& tail, RecentEvents& recent_events,
                          RecentChanges& recent_changes, NewChangeFilter new_filter) {
  const auto watch = [&](const rpc::Caller&, const v1::WatchRequest& request) {
    return std::unique_ptr<rpc::FeedSource<v1::WatchResponse>>(new EventFeed(request, tail, recent_events, host.log));
  };
  const auto watch_changes = [&tail, &recent_changes, new_filter = std::move(new_filter)](
                                 const rpc::Caller& caller, const v1::WatchChangesRequest& request) {
    return std::unique_ptr<rpc::FeedSource<v1::WatchChangesResponse>>(
        new ChangeFeed(tail, recent_changes, caller, new_filter(caller), events::DecodeCursor(request.cursor())));
  };
  rpc::Services services;
  services.push_back(rpc::MakeService(host, "voronka.crm.v1.EventService", {watch}));
  services.push_back(rpc::MakeService(host, "voronka.crm.v1.ChangeService", {watch_changes}));
  return services;
}

}  // namespace voronka::crm
