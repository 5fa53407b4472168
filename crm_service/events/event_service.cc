#include "crm_service/events/event_service.h"

#include "crm_service/events/event_feed.h"

namespace voronka::crm {

grpc::ServerWriteReactor<v1::WatchResponse>* EventService::Watch(grpc::CallbackServerContext* context,
                                                                 const v1::WatchRequest* request) {
  return rpc::Feed<v1::WatchResponse>::Open(feeds_, context, *request, [this, request](const rpc::Caller&) {
    return std::make_unique<EventFeed>(*request, tail_, feeds_.log);
  });
}

}  // namespace voronka::crm
