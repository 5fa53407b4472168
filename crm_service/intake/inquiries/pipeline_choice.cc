#include "crm_service/intake/inquiries/pipeline_choice.h"

#include <optional>
#include <utility>

#include "crm_service/sales/pipelines/pipelines.h"
#include "crm_service/sales/pipelines/stages.h"
#include "foundation/rpc/requests/error.h"

namespace voronka::crm {
namespace {

rpc::Error NoPipeline() {
  return rpc::Error(rpc::Code::kFailedPrecondition,
                    {"NO_PIPELINE", "pipeline", {"The account has no pipeline yet.", "В аккаунте ещё нет воронок."}});
}

}  // namespace

v1::Pipeline PipelineForInquiry(rpc::Session& session, const std::string& named, bool has_bought) {
  Pipelines pipelines(session);
  std::optional<v1::Pipeline> usual;
  if (!named.empty()) usual = pipelines.FindForWrite(named);
  if (!named.empty() && !usual) throw rpc::NotFound("pipeline", named);
  // A caller that names an archived pipeline has not heard yet.
  if (!usual || IsArchived(*usual)) usual = pipelines.ForInquiries();
  if (!usual) throw NoPipeline();
  if (has_bought && !usual->repeat_pipeline().empty()) {
    auto repeat = pipelines.FindForWrite(usual->repeat_pipeline());
    if (repeat && !IsArchived(*repeat)) return *std::move(repeat);
  }
  return *std::move(usual);
}

}  // namespace voronka::crm
