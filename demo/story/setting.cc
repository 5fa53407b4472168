#include "demo/story/setting.h"

#include <optional>
#include <stdexcept>

#include "demo/people/all_pages.h"

namespace voronka::demo {

using crm::v1::ListPipelinesRequest;
using crm::v1::ListPipelinesResponse;
using crm::v1::ListQueuesRequest;
using crm::v1::ListQueuesResponse;
using crm::v1::Pipeline;
using crm::v1::Queue;

Pipeline PipelineForInquiries(client::Client& reader) {
  std::optional<Pipeline> found;
  ForEachPage<ListPipelinesResponse>(reader, ListPipelinesRequest(), [&](const auto& page) {
    for (const Pipeline& pipeline : page.pipelines())
      if (pipeline.default_for_inquiries()) found = pipeline;
  });
  if (!found) throw std::runtime_error("no pipeline takes inquiries: run `voronka-demo account`");
  return *found;
}

Queue QueueOf(client::Client& reader, const Pipeline& pipeline) {
  std::optional<Queue> found;
  ForEachPage<ListQueuesResponse>(reader, ListQueuesRequest(), [&](const auto& page) {
    for (const Queue& queue : page.queues())
      if (queue.pipeline() == pipeline.key() && queue.stage() == pipeline.stages(0).key()) found = queue;
  });
  if (!found) throw std::runtime_error("no queue on the first stage: run `voronka-demo account`");
  if (found->paused()) throw std::runtime_error("the queue is paused: nothing would be offered");
  return *found;
}

}  // namespace voronka::demo
