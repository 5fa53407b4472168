#pragma once

#include "crm_service/fields/field_sets/field_name.h"
#include "foundation/rpc/calls/session.h"
#include "voronka/crm/v1/field_set.pb.h"

namespace voronka::crm {

// The table `field_sets`. An account without a row has the usual field set.
class FieldSets {
 public:
  explicit FieldSets(rpc::Session& session) : session_(session) {}

  v1::FieldSet Get(v1::Entity entity);
  FieldSetsByEntity All();
  // For a write that relies on it: no field changes until the session commits.
  v1::FieldSet GetForWrite(v1::Entity entity);

  // Locks it for a change.
  v1::FieldSet Lock(v1::Entity entity);
  // `before` must be locked.
  v1::FieldSet Save(const v1::FieldSet& before, v1::FieldSet after);
  // The same of what the system sets in its fields: that is no version of the configuration.
  void SaveIndexState(const v1::FieldSet& before, v1::FieldSet after);

 private:
  void Add(v1::FieldSet& field_set);
  void Store(const v1::FieldSet& field_set);

  rpc::Session& session_;
};

}  // namespace voronka::crm
