#include "crm_service/sales/deals/deal_edit.h"

#include <utility>
#include <vector>

#include "foundation/rpc/requests/field_path.h"
#include "foundation/rpc/requests/field_rules.h"

namespace voronka::crm {
namespace {

using v1::Deal;

// What a column of the timeline may hold, in both deals together.
constexpr size_t kMostBytes = 60'000;

using Paths = std::vector<rpc::FieldPath>;

Paths EditedIn(const v1::ResourceChange& change) {
  Paths edited;
  for (const auto& name : change.changed().paths()) {
    const auto path = rpc::FieldPath::Parse(*Deal::descriptor(), name);
    if (!rpc::FieldRules::Of(*path->field).output_only) edited.push_back(*path);
  }
  return edited;
}

Deal OnlyAt(const Paths& paths, const Deal& deal) {
  Deal part;
  rpc::CopyAt(paths, deal, part);
  return part;
}

}  // namespace

v1::TimelineEntry::Edit EditOf(const v1::ResourceChange& change, const Deal& before, const Deal& after) {
  v1::TimelineEntry::Edit edit;
  const auto edited = EditedIn(change);
  for (const auto& path : edited) edit.add_fields(path.Text());
  auto from = OnlyAt(edited, before);
  auto to = OnlyAt(edited, after);
  if (from.ByteSizeLong() + to.ByteSizeLong() > kMostBytes) return edit;
  *edit.mutable_before() = std::move(from);
  *edit.mutable_after() = std::move(to);
  return edit;
}

}  // namespace voronka::crm
