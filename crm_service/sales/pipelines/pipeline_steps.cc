#include "crm_service/sales/pipelines/pipeline_service.h"

#include "crm_service/sales/pipelines/pipelines.h"

namespace voronka::crm {

using grpc::CallbackServerContext;
using grpc::ServerUnaryReactor;
using rpc::Session;

ServerUnaryReactor* PipelineService::CreatePipeline(CallbackServerContext* context,
                                                    const v1::CreatePipelineRequest* request, v1::Pipeline* response) {
  return rpc_.Run(context, request, response, [=](Session& s) { *response = Pipelines(s).Create(*request); });
}

ServerUnaryReactor* PipelineService::GetPipeline(CallbackServerContext* context, const v1::GetPipelineRequest* request,
                                                 v1::Pipeline* response) {
  return rpc_.Run(context, request, response, [=](Session& s) { *response = Pipelines(s).Get(request->pipeline()); });
}

ServerUnaryReactor* PipelineService::ListPipelines(CallbackServerContext* context,
                                                   const v1::ListPipelinesRequest* request,
                                                   v1::ListPipelinesResponse* response) {
  return rpc_.Run(context, request, response, [=](Session& s) { *response = Pipelines(s).List(*request); });
}

ServerUnaryReactor* PipelineService::UpdatePipeline(CallbackServerContext* context,
                                                    const v1::UpdatePipelineRequest* request, v1::Pipeline* response) {
  return rpc_.Run(context, request, response, [=](Session& s) { *response = Pipelines(s).Update(*request); });
}

ServerUnaryReactor* PipelineService::ArchivePipeline(CallbackServerContext* context,
                                                     const v1::ArchivePipelineRequest* request,
                                                     v1::Pipeline* response) {
  return rpc_.Run(context, request, response, [=](Session& s) { *response = Pipelines(s).Archive(*request); });
}

ServerUnaryReactor* PipelineService::UnarchivePipeline(CallbackServerContext* context,
                                                       const v1::UnarchivePipelineRequest* request,
                                                       v1::Pipeline* response) {
  return rpc_.Run(context, request, response, [=](Session& s) { *response = Pipelines(s).Unarchive(*request); });
}

}  // namespace voronka::crm
