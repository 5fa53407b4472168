#pragma once

#include <functional>
#include <string>
#include <vector>

#include "voronka/crm/v1/pipeline.pb.h"

namespace voronka::crm {

// Which rules of which stages bind a write. Pure decisions.

// A rule with its stage.
struct BindingRule {
  const v1::Stage* stage;
  const v1::StageRule* rule;
};

// Visits every field that the rule reads, in itself and in what it asks for of its stage: `deal.amount`.
void ForEachFieldOf(const BindingRule& binding, const std::function<void(const std::string& field)>& visit);

// A way into a stage.
struct Way {
  // The stage that is left, and the key of its pipeline. Null: the deal is new, or its stage is gone.
  const v1::Stage* from;
  const std::string& from_pipeline;
  const v1::Pipeline& pipeline;
  const v1::Stage& to;

  bool StaysInPipeline() const { return from != nullptr && from_pipeline == pipeline.key(); }
};

std::vector<BindingRule> RulesOf(const Way& way);

// Of a change of a deal that stays on this stage, or of its contact: those that ask for fields or answers. What the
// others ask for only a move can break.
std::vector<BindingRule> RulesFromHereOn(const v1::Pipeline& pipeline, const v1::Stage& stage);

}  // namespace voronka::crm
