#include "crm_service/sales/approvals/approval_rules.h"

#include <algorithm>

namespace voronka::crm {

using options::v1::Role;
using v1::Approval;

bool GivesApprovals(Role role) {
  return role == options::v1::ROLE_HEAD_OF_SALES || role == options::v1::ROLE_DIRECTOR ||
         role == options::v1::ROLE_ADMIN;
}

// The numbers of the roles rise with what they may do, up to the admin's.
bool MayGive(Role asked, Role role) { return GivesApprovals(role) && role >= asked; }

bool Stands(const Approval& approval) {
  return approval.state() == Approval::STATE_ASKED || approval.state() == Approval::STATE_GIVEN;
}

bool IsOfDealAsItIs(const Approval& approval, const std::string& digest) {
  return approval.digest().empty() || approval.digest() == digest;
}

const Approval* LatestFor(std::span<const Approval> approvals, const std::string& pipeline, const std::string& stage,
                          Role asked, const std::string& digest) {
  const auto found = std::ranges::find_if(approvals, [&](const Approval& approval) {
    return approval.pipeline() == pipeline && approval.stage() == stage && approval.role() >= asked &&
           approval.state() != Approval::STATE_WITHDRAWN && IsOfDealAsItIs(approval, digest);
  });
  return found == approvals.end() ? nullptr : &*found;
}

bool HasOutdatedFor(std::span<const Approval> approvals, const std::string& pipeline, const std::string& stage,
                    const std::string& digest) {
  return std::ranges::any_of(approvals, [&](const Approval& approval) {
    const bool is_outdated = approval.withdrawal() == Approval::WITHDRAWAL_CHANGED ||
                             (approval.state() != Approval::STATE_WITHDRAWN && !IsOfDealAsItIs(approval, digest));
    return approval.pipeline() == pipeline && approval.stage() == stage && is_outdated;
  });
}

Approval Withdrawn(Approval approval, Approval::Withdrawal why) {
  approval.set_state(Approval::STATE_WITHDRAWN);
  approval.set_withdrawal(why);
  return approval;
}

}  // namespace voronka::crm
