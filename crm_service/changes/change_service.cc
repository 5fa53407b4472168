#include "crm_service/changes/change_service.h"

#include "crm_service/changes/change_feed.h"

namespace voronka::crm {

grpc::ServerWriteReactor<v1::WatchChangesResponse>* ChangeService::WatchChanges(
    grpc::CallbackServerContext* context, const v1::WatchChangesRequest* request) {
  return rpc::Feed<v1::WatchChangesResponse>::Open(feeds_, context, *request, [&](const rpc::Caller& caller) {
    return std::make_unique<ChangeFeed>(tail_, recent_, caller, events::DecodeCursor(request->cursor()));
  });
}

}  // namespace voronka::crm
