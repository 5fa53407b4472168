#include "crm_service/sales/deals/sorting.h"

#include <google/protobuf/util/time_util.h>

#include "crm_service/sales/pipelines/stages.h"

namespace voronka::crm {
namespace {

constexpr int64_t kMicrosPerMinute = 60'000'000;

}  // namespace

bool IsUnsorted(const v1::Deal& deal, const v1::Stage& stage) {
  return stage.kind() == v1::Stage::KIND_INCOMING && deal.responsible_user_id() == 0 &&
         deal.state() == v1::Deal::STATE_OPEN;
}

bool IsUnsorted(const v1::Deal& deal, const v1::Pipeline& pipeline) {
  const auto* stage = FindStage(pipeline, deal.stage());
  return stage != nullptr && IsUnsorted(deal, *stage);
}

bool IsAttached(const v1::Deal& deal) { return deal.state() == v1::Deal::STATE_ATTACHED; }

void SetSortDeadline(const v1::Stage& stage, int64_t now, v1::Deal& deal) {
  using google::protobuf::util::TimeUtil;
  if (IsUnsorted(deal, stage) && stage.sort_minutes() > 0) {
    *deal.mutable_sort_deadline() = TimeUtil::MicrosecondsToTimestamp(now + stage.sort_minutes() * kMicrosPerMinute);
  } else {
    deal.clear_sort_deadline();
  }
}

}  // namespace voronka::crm
