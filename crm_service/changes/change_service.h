#pragma once

#include "crm_service/changes/recent_changes.h"
#include "foundation/events/tail.h"
#include "foundation/rpc/feed.h"
#include "voronka/crm/v1/change.grpc.pb.h"

namespace voronka::crm {

class ChangeService : public v1::ChangeService::CallbackService {
 public:
  ChangeService(rpc::FeedHost& feeds, const events::Tail& tail, RecentChanges& recent)
      : feeds_(feeds), tail_(tail), recent_(recent) {}

  grpc::ServerWriteReactor<v1::WatchChangesResponse>* WatchChanges(grpc::CallbackServerContext* context,
                                                                   const v1::WatchChangesRequest* request) override;

 private:
  rpc::FeedHost& feeds_;
  const events::Tail& tail_;
  RecentChanges& recent_;
};

}  // namespace voronka::crm
