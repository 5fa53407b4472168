#pragma once

#include "client/client.h"
#include "voronka/crm/v1/pipeline.pb.h"
#include "voronka/crm/v1/queue.pb.h"

// Where in the demo account the story takes place.
namespace voronka::demo {

// The pipeline that receives inquiries. Throws std::runtime_error if there is none.
crm::v1::Pipeline PipelineForInquiries(client::Client& reader);

// The queue of its first stage. Throws std::runtime_error if there is none, or if it does not distribute deals.
crm::v1::Queue QueueOf(client::Client& reader, const crm::v1::Pipeline& pipeline);

}  // namespace voronka::demo
