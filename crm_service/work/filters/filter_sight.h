#pragma once

#include <map>
#include <set>

#include "crm_service/fields/filters/filter_fields.h"
#include "foundation/rpc/calls/session.h"
#include "voronka/crm/v1/saved_filter.pb.h"

namespace voronka::crm {

// Which saved filters a caller sees, and may change.
class FilterSight {
 public:
  explicit FilterSight(rpc::Session& session);

  bool Sees(const v1::SavedFilter& filter);
  // Throws PERMISSION_DENIED (NOT_YOUR_FILTER).
  void CheckMayChange(const v1::SavedFilter& filter) const;

 private:
  bool IsSharedWithCaller(const v1::SavedFilter& filter) const;
  const FilterFields& FieldsOf(v1::FilterSubject subject);
  bool IsOwnerOrAdmin(const v1::SavedFilter& filter) const;

  const rpc::Caller& caller_;
  const FieldSetsByEntity field_sets_;
  // Teams that the caller is of, or leads.
  std::set<int64_t> teams_;
  std::map<v1::FilterSubject, FilterFields> fields_;
};

}  // namespace voronka::crm
