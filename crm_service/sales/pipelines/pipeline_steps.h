#pragma once

#include "crm_service/sales/pipelines/stage_moves.h"
#include "foundation/rpc/calls/session.h"
#include "voronka/crm/v1/pipeline.pb.h"

namespace voronka::crm {

v1::Pipeline CreatePipeline(rpc::Session& session, const v1::CreatePipelineRequest& request);
v1::Pipeline GetPipeline(rpc::Session& session, const v1::GetPipelineRequest& request);
v1::ListPipelinesResponse ListPipelines(rpc::Session& session, const v1::ListPipelinesRequest& request);
v1::Pipeline UpdatePipeline(rpc::Session& session, const v1::UpdatePipelineRequest& request,
                            const StageClearing& clear_stages);
v1::Pipeline ArchivePipeline(rpc::Session& session, const v1::ArchivePipelineRequest& request);
v1::Pipeline UnarchivePipeline(rpc::Session& session, const v1::UnarchivePipelineRequest& request);

}  // namespace voronka::crm
