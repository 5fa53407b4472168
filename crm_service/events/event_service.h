#pragma once

#include "foundation/events/tail.h"
#include "foundation/rpc/feed.h"
#include "voronka/crm/v1/event.grpc.pb.h"

namespace voronka::crm {

class EventService : public v1::EventService::CallbackService {
 public:
  EventService(rpc::FeedHost& feeds, const events::Tail& tail) : feeds_(feeds), tail_(tail) {}

  grpc::ServerWriteReactor<v1::WatchResponse>* Watch(grpc::CallbackServerContext* context,
                                                     const v1::WatchRequest* request) override;

 private:
  rpc::FeedHost& feeds_;
  const events::Tail& tail_;
};

}  // namespace voronka::crm
