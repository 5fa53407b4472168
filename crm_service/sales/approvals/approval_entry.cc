#include "crm_service/sales/approvals/approval_entry.h"

#include <utility>

#include "crm_service/sales/timeline/timeline.h"

namespace voronka::crm {

void AddApprovalEntry(rpc::Session& session, const v1::Approval& approval, v1::TimelineEntry::Kind kind,
                      const std::string& text) {
  v1::TimelineEntry entry;
  entry.set_deal_id(approval.deal_id());
  entry.set_kind(kind);
  entry.set_approval_id(approval.id());
  entry.set_user_id(approval.approver_user_id());
  entry.set_to_pipeline(approval.pipeline());
  entry.set_to_stage(approval.stage());
  entry.set_text(text);
  Timeline(session).Add(std::move(entry));
}

}  // namespace voronka::crm
