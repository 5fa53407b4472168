#pragma once

#include "foundation/rpc/rpc.h"
#include "voronka/crm/v1/pipeline.grpc.pb.h"

namespace voronka::crm {

class PipelineService : public v1::PipelineService::CallbackService {
 public:
  explicit PipelineService(rpc::Rpc& rpc) : rpc_(rpc) {}

  grpc::ServerUnaryReactor* CreatePipeline(grpc::CallbackServerContext* context,
                                           const v1::CreatePipelineRequest* request, v1::Pipeline* response) override;
  grpc::ServerUnaryReactor* GetPipeline(grpc::CallbackServerContext* context, const v1::GetPipelineRequest* request,
                                        v1::Pipeline* response) override;
  grpc::ServerUnaryReactor* ListPipelines(grpc::CallbackServerContext* context, const v1::ListPipelinesRequest* request,
                                          v1::ListPipelinesResponse* response) override;
  grpc::ServerUnaryReactor* UpdatePipeline(grpc::CallbackServerContext* context,
                                           const v1::UpdatePipelineRequest* request, v1::Pipeline* response) override;
  grpc::ServerUnaryReactor* ArchivePipeline(grpc::CallbackServerContext* context,
                                            const v1::ArchivePipelineRequest* request, v1::Pipeline* response) override;
  grpc::ServerUnaryReactor* UnarchivePipeline(grpc::CallbackServerContext* context,
                                              const v1::UnarchivePipelineRequest* request,
                                              v1::Pipeline* response) override;

 private:
  rpc::Rpc& rpc_;
};

}  // namespace voronka::crm
