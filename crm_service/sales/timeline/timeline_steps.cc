#include "crm_service/sales/timeline/timeline_service.h"

#include "crm_service/sales/timeline/timeline.h"

namespace voronka::crm {

using grpc::CallbackServerContext;
using grpc::ServerUnaryReactor;
using rpc::Session;

ServerUnaryReactor* TimelineService::ListTimeline(CallbackServerContext* context,
                                                  const v1::ListTimelineRequest* request,
                                                  v1::ListTimelineResponse* response) {
  return rpc_.Run(context, request, response, [=](Session& s) { *response = Timeline(s).List(*request); });
}

ServerUnaryReactor* TimelineService::AddNote(CallbackServerContext* context, const v1::AddNoteRequest* request,
                                             v1::TimelineEntry* response) {
  return rpc_.Run(context, request, response, [=](Session& s) { *response = Timeline(s).AddNote(*request); });
}

}  // namespace voronka::crm
