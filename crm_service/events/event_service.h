#pragma once

#include "foundation/events/tail.h"
#include "foundation/rpc/feed.h"
#include "foundation/rpc/rpc.h"
#include "voronka/crm/v1/event.grpc.pb.h"

namespace voronka::crm {

// Everybody who watches the log is woken under this topic.
inline constexpr rpc::StreamRegistry::Topic kEveryEvent{0, 0};

class EventService : public v1::EventService::CallbackService {
 public:
  EventService(rpc::Rpc& rpc, rpc::FeedHost& feeds, const events::Tail& tail) : rpc_(rpc), feeds_(feeds), tail_(tail) {}

  grpc::ServerWriteReactor<v1::WatchResponse>* Watch(grpc::CallbackServerContext* context,
                                                     const v1::WatchRequest* request) override;

 private:
  rpc::Rpc& rpc_;
  rpc::FeedHost& feeds_;
  const events::Tail& tail_;
};

}  // namespace voronka::crm
