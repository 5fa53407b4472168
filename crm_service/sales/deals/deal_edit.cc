#include "crm_service/sales/deals/deal_edit.h"

#include <google/protobuf/descriptor.h>
#include <google/protobuf/util/field_mask_util.h>

#include <string>

#include "foundation/rpc/requests/field_rules.h"

namespace voronka::crm {
namespace {

using google::protobuf::FieldMask;
using google::protobuf::util::FieldMaskUtil;
using v1::Deal;

bool IsSetByPeople(const std::string& field) {
  return !rpc::FieldRules::Of(*Deal::descriptor()->FindFieldByName(field)).output_only;
}

Deal OnlyFields(const FieldMask& fields, Deal deal) {
  FieldMaskUtil::TrimMessage(fields, &deal);
  return deal;
}

}  // namespace

v1::TimelineEntry::Edit EditOf(const v1::ResourceChange& change, const Deal& before, const Deal& after) {
  v1::TimelineEntry::Edit edit;
  FieldMask edited;
  for (const auto& field : change.changed().paths()) {
    if (!IsSetByPeople(field)) continue;
    edit.add_fields(field);
    edited.add_paths(field);
  }
  *edit.mutable_before() = OnlyFields(edited, before);
  *edit.mutable_after() = OnlyFields(edited, after);
  return edit;
}

}  // namespace voronka::crm
