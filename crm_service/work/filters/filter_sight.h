#pragma once

#include <cstdint>
#include <set>

#include "crm_service/fields/rights/field_rights.h"
#include "foundation/rpc/calls/session.h"
#include "voronka/crm/v1/saved_filter.pb.h"

namespace voronka::crm {

// Which saved filters a caller sees, and may change.
class FilterSight {
 public:
  explicit FilterSight(rpc::Session& session);

  bool Sees(const v1::SavedFilter& filter) const;
  // Throws PERMISSION_DENIED (NOT_YOUR_FILTER).
  void CheckMayChange(const v1::SavedFilter& filter) const;

 private:
  bool IsOwnerOrAdmin(const v1::SavedFilter& filter) const;
  bool IsSharedWithCaller(const v1::SavedFilter& filter) const;

  const rpc::Caller& caller_;
  HiddenFields hidden_;
  // Teams that the caller is of, or leads.
  std::set<int64_t> teams_;
};

}  // namespace voronka::crm
