#include "demo/life/plan.h"

#include <algorithm>

#include "demo/life/chance.h"

namespace voronka::demo {
namespace {

using crm::v1::Pipeline;
using crm::v1::Stage;
using Stages = std::vector<const Stage*>;

// A stage that deals are planned for.
struct Target {
  const Pipeline* pipeline;
  const Stage* stage;
  // How many deals it wants compared with others.
  double share;
  int deals = 1;
};

// Most deals are at the beginning; closed ones are many only in an account that is years old.
double ShareOf(const Stage& stage, int index) {
  constexpr double kOfClosing = 0.5;
  constexpr double kOfParking = 0.6;
  if (stage.kind() == Stage::KIND_WON) return 1;
  if (stage.kind() == Stage::KIND_LOST) return kOfClosing;
  return stage.parking() ? kOfParking : 1 + 2.0 / (index + 1);
}

std::vector<Target> TargetsIn(const Pipelines& pipelines) {
  std::vector<Target> targets;
  for (const Pipeline& pipeline : pipelines) {
    for (int i = 0; i < pipeline.stages_size(); ++i) {
      const Stage& stage = pipeline.stages(i);
      targets.push_back({&pipeline, &stage, ShareOf(stage, i)});
    }
  }
  return targets;
}

// As seats of a parliament (D'Hondt): the next one to whoever has fewest for its share.
void HandOut(int deals, std::vector<Target>& targets) {
  for (int left = deals - static_cast<int>(targets.size()); left > 0; --left) {
    ++std::ranges::max_element(targets, {}, [](const Target& target) {
        return target.share / (target.deals + 1);
      })->deals;
  }
}

bool IsOnTheWay(const Stage& stage) { return stage.kind() == Stage::KIND_OPEN && !stage.parking(); }

// Spam, a stage that is a reason outside the conversion, is seen at once.
std::size_t StagesBeforeLoss(const Target& target, uint64_t seed, int number) {
  const auto& reasons = target.pipeline->loss_reasons();
  const auto reason = std::ranges::find(reasons, target.stage->loss_reason(), &crm::v1::LossReason::key);
  if (reason != reasons.end() && reason->outside_conversion()) return 1;
  return 1 + Chance(seed, "loss", static_cast<uint64_t>(number)).Below(4);
}

}  // namespace

Stages WayTo(const Pipeline& pipeline, const Stage& stage, std::size_t stages_before_loss) {
  Stages way;
  for (const Stage& each : pipeline.stages()) {
    if (&each == &stage) break;
    if (IsOnTheWay(each)) way.push_back(&each);
  }
  if (stage.kind() == Stage::KIND_LOST) way.resize(std::min(stages_before_loss, way.size()));
  way.push_back(&stage);
  return way;
}

std::vector<PlannedDeal> PlanDeals(const Pipelines& pipelines, uint64_t seed, int deals) {
  std::vector<Target> targets = TargetsIn(pipelines);
  HandOut(deals, targets);
  std::vector<PlannedDeal> plan;
  for (const Target& target : targets) {
    for (int i = 0; i < target.deals; ++i) {
      const int number = static_cast<int>(plan.size());
      const std::size_t before_loss = StagesBeforeLoss(target, seed, number);
      plan.push_back({number, target.pipeline, WayTo(*target.pipeline, *target.stage, before_loss)});
    }
  }
  return plan;
}

}  // namespace voronka::demo
