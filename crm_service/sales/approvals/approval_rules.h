#pragma once

#include <span>
#include <string>

#include "voronka/crm/v1/approval.pb.h"
#include "voronka/options/v1/access.pb.h"

namespace voronka::crm {

// Who agrees to a move, and who has. Pure decisions.

// Whether somebody of this role may be asked at all: managers and services agree to nothing.
bool GivesApprovals(options::v1::Role role);

// Whether a user of `role` may give what `asked` is asked for: one of that role, or of one above it.
bool MayGive(options::v1::Role asked, options::v1::Role role);

// Whether it is asked for or given.
bool Stands(const v1::Approval& approval);

// Whether it is of the deal as it is now. `digest`: of what the deal is (rules/approval_digest.h). One of an older
// release has none, and is.
bool IsOfDealAsItIs(const v1::Approval& approval, const std::string& digest);

// The latest one that counts for a move to this stage, of those asked since the deal came to its present one, newest
// first. Null: nobody has been asked about the deal as it is.
const v1::Approval* LatestFor(std::span<const v1::Approval> approvals, const std::string& pipeline,
                              const std::string& stage, options::v1::Role asked, const std::string& digest);

// Whether somebody was asked about that, and the deal has changed since.
bool HasOutdatedFor(std::span<const v1::Approval> approvals, const std::string& pipeline, const std::string& stage,
                    const std::string& digest);

v1::Approval Withdrawn(v1::Approval approval, v1::Approval::Withdrawal why);

}  // namespace voronka::crm
