#include "crm_service/intake/inquiries/pipeline_choice.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "crm_service/sales/pipelines/pipelines.h"
#include "crm_service/sales/pipelines/purposes.h"
#include "crm_service/sales/pipelines/stages.h"
#include "foundation/rpc/requests/error.h"

namespace voronka::crm {
namespace {

rpc::Error NoPipeline() {
  return rpc::Error(rpc::Code::kFailedPrecondition,
                    {"NO_PIPELINE", "pipeline", {"The account has no pipeline yet.", "В аккаунте ещё нет воронок."}});
}

bool IsNamed(const v1::Pipeline& pipeline, const std::string& named) {
  return pipeline.key() == named || std::to_string(pipeline.id()) == named;
}

// A caller that names another has not heard yet that it was archived, or what it is for.
bool MayTake(const v1::Pipeline& pipeline) { return !IsArchived(pipeline) && TakesInquiries(pipeline); }

// Null in an account without pipelines in use.
const v1::Pipeline* UsualAmong(const std::vector<v1::Pipeline>& all, const std::string& named) {
  if (named.empty()) return ForInquiriesAmong(all);
  const auto found = std::ranges::find_if(all, [&](const auto& pipeline) { return IsNamed(pipeline, named); });
  if (found == all.end()) throw rpc::NotFound("pipeline", named);
  return MayTake(*found) ? &*found : ForInquiriesAmong(all);
}

bool BecomesA(const v1::Pipeline& lead, const v1::Pipeline& sale) { return IsForLeads(lead) && IsForSales(sale); }

bool AreLinked(const v1::Pipeline& one, const v1::Pipeline& other) {
  if (one.key() == other.key() || BecomesA(one, other) || BecomesA(other, one)) return true;
  if (PurposeOf(one) != PurposeOf(other)) return false;
  return one.repeat_pipeline() == other.key() || other.repeat_pipeline() == one.key();
}

template <class Condition>
std::vector<std::string> LinkedThat(rpc::Session& session, const std::string& named, const Condition& suits) {
  const auto all = Pipelines(session).All();
  std::vector<std::string> linked;
  if (const auto* usual = UsualAmong(all, named)) {
    for (const auto& pipeline : all) {
      if (AreLinked(*usual, pipeline) && suits(pipeline)) linked.push_back(pipeline.key());
    }
  }
  return linked;
}

// Whether those who have bought before go to `repeat` instead.
bool TakesRepeats(const v1::Pipeline& repeat, const v1::Pipeline& usual) {
  return MayTake(repeat) && PurposeOf(repeat) == PurposeOf(usual);
}

}  // namespace

std::vector<std::string> LinkedPipelines(rpc::Session& session, const std::string& named) {
  return LinkedThat(session, named, [](const v1::Pipeline&) { return true; });
}

std::vector<std::string> PipelinesOfPurchases(rpc::Session& session, const std::string& named) {
  return LinkedThat(session, named, [](const v1::Pipeline& pipeline) { return !IsForLeads(pipeline); });
}

v1::Pipeline PipelineForInquiry(rpc::Session& session, const std::string& named, bool has_bought) {
  Pipelines pipelines(session);
  std::optional<v1::Pipeline> usual;
  if (!named.empty()) usual = pipelines.FindForWrite(named);
  if (!named.empty() && !usual) throw rpc::NotFound("pipeline", named);
  if (!usual || !MayTake(*usual)) usual = pipelines.ForInquiries();
  if (!usual) throw NoPipeline();
  if (has_bought && !usual->repeat_pipeline().empty()) {
    auto repeat = pipelines.FindForWrite(usual->repeat_pipeline());
    if (repeat && TakesRepeats(*repeat, *usual)) return *std::move(repeat);
  }
  return *std::move(usual);
}

}  // namespace voronka::crm
