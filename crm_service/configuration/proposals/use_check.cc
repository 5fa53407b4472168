#include "crm_service/configuration/proposals/use_check.h"

#include <algorithm>

#include "crm_service/configuration/documents/document.h"
#include "crm_service/configuration/proposals/moved_violations.h"
#include "crm_service/configuration/proposals/named_pipeline.h"
#include "crm_service/configuration/proposals/place.h"
#include "crm_service/fields/index/index_changes.h"
#include "crm_service/sales/pipelines/pipeline_rules.h"
#include "crm_service/sales/pipelines/pipeline_use.h"
#include "crm_service/sales/pipelines/stages.h"

namespace voronka::crm {
namespace {

using v1::Pipeline;

const StageMoves kNoMoves = {};

// That one must stay is said once, of the last.
PipelineUse UseAmong(rpc::Session& session, const Pipeline& pipeline, const AccountConfiguration& before,
                     const AccountConfiguration& after) {
  const auto last = std::ranges::find_if_not(before.pipelines.rbegin(), before.pipelines.rend(),
                                             [](const Pipeline& other) { return IsArchived(other); });
  const bool none_stays = std::ranges::all_of(after.pipelines, [](const Pipeline& other) { return IsArchived(other); });
  return {.is_last = none_stays && last->key() == pipeline.key(), .open_deals = UseOf(session, pipeline).open_deals};
}

// A document that was exported from the account has no place that its reader knows.
void AddWithName(const Pipeline& pipeline, const rpc::Violations& found, rpc::Violations& violations) {
  for (const auto& [reason, field, text] : found.all()) {
    violations.Add(reason, field, {"“" + pipeline.name() + "”: " + text.en, "«" + pipeline.name() + "»: " + text.ru});
  }
}

}  // namespace

void CheckDealsAllow(rpc::Session& session, const v1::Configuration& wanted, const AccountConfiguration& before,
                     const AccountConfiguration& after, const DealMoves& moves, rpc::Violations& violations) {
  for (const auto& former : before.pipelines) {
    const auto& pipeline = *PipelineNamed(after.pipelines, former.key());
    const auto named = moves.find(former.key());
    const auto& of_pipeline = named == moves.end() ? kNoMoves : named->second;
    CheckFewEnough(session, former, of_pipeline, violations);
    const auto check = [&](rpc::Violations&) {
      CheckNoDealsLeft(session, former, pipeline, of_pipeline);
      const bool goes = IsArchived(pipeline) && !IsArchived(former);
      if (goes) CheckMayBeArchived(pipeline, UseAmong(session, former, before, after));
    };
    rpc::Violations found;
    AddFrom(check, "pipeline", PlaceOf(wanted.pipelines(), "pipelines", former.key()), found);
    AddWithName(former, found, violations);
  }
}

void CheckValuesAllow(rpc::Session& session, const v1::Configuration& wanted, const AccountConfiguration& before,
                      Others others, rpc::Violations& violations) {
  for (int i = 0; i < wanted.field_sets_size(); ++i) {
    const auto& named = wanted.field_sets(i);
    const auto& former = before.field_sets.at(named.entity());
    const auto check = [&](rpc::Violations& found) {
      CheckMayBeUnique(session, former, Completed(former, named, others, InUse(before)), found);
    };
    AddFrom(check, "field_set", fmt::format("field_sets[{}]", i), violations);
  }
}

}  // namespace voronka::crm
