#pragma once

#include <cstdint>
#include <vector>

#include "crm_service/intake/held_forms/held_form_rules.h"
#include "foundation/rpc/calls/table.h"
#include "voronka/crm/v1/held_form.pb.h"

namespace voronka::crm {

// The table `held_forms`. Its events leave out what was sent: the event log gets that once it becomes an inquiry.
class HeldForms : public rpc::Table<v1::HeldForm> {
 public:
  using Table::Table;

  // At most `limit` that are older than this moment and id, newest first.
  std::vector<v1::HeldForm> OlderThan(int64_t create_time, int64_t id, v1::HeldForm::State state, int limit);
  int64_t Count(v1::HeldForm::State state);
  // What the form has held in the last 24 hours.
  HeldLately Lately(int64_t form_id);

  // Assigns an id. False when the same content is already waiting.
  bool Add(v1::HeldForm held);
  // `before` must be locked. The form no longer waits, so the same content may be held again.
  v1::HeldForm Settle(const v1::HeldForm& before, v1::HeldForm after);

  // Deletes up to `limit` that are older than 30 days; returns how many.
  static int64_t Forget(storage::Connection& db, int64_t now, int limit);
};

}  // namespace voronka::crm
