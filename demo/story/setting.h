#pragma once

#include "client/client.h"
#include "voronka/crm/v1/pipeline.pb.h"
#include "voronka/distribution/v1/queue.pb.h"

// Where in the demo account the story plays.
namespace voronka::demo {

// The pipeline that inquiries come to. Throws std::runtime_error when there is none.
crm::v1::Pipeline PipelineForInquiries(client::Client& reader);

// The queue on its first stage. Throws std::runtime_error when there is none, or when it does not hand out deals.
distribution::v1::Queue QueueOf(client::Client& reader, const crm::v1::Pipeline& pipeline);

}  // namespace voronka::demo
