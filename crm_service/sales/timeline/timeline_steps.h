#pragma once

#include "foundation/rpc/rpc.h"
#include "voronka/crm/v1/timeline.grpc.pb.h"

namespace voronka::crm {

class TimelineService : public v1::TimelineService::CallbackService {
 public:
  explicit TimelineService(rpc::Rpc& rpc) : rpc_(rpc) {}

  grpc::ServerUnaryReactor* ListTimeline(grpc::CallbackServerContext* context, const v1::ListTimelineRequest* request,
                                         v1::ListTimelineResponse* response) override;
  grpc::ServerUnaryReactor* AddNote(grpc::CallbackServerContext* context, const v1::AddNoteRequest* request,
                                    v1::TimelineEntry* response) override;

 private:
  rpc::Rpc& rpc_;
};

}  // namespace voronka::crm
