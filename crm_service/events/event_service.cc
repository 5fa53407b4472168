#include "crm_service/events/event_service.h"

#include "crm_service/events/event_feed.h"

namespace voronka::crm {

using Feed = rpc::Feed<v1::WatchResponse>;

grpc::ServerWriteReactor<v1::WatchResponse>* EventService::Watch(grpc::CallbackServerContext* context,
                                                                 const v1::WatchRequest* request) {
  try {
    const auto caller = rpc_.Admit(*context, *request);
    return Feed::Start(feeds_, context, caller, kEveryEvent, std::make_unique<EventFeed>(*request, tail_));
  } catch (...) {
    return Feed::Refuse(std::current_exception(), rpc::LocaleOf(*context));
  }
}

}  // namespace voronka::crm
