#pragma once

#include <cstdint>
#include <vector>

#include "crm_service/intake/held_forms/held_form_rules.h"
#include "foundation/rpc/calls/table.h"
#include "voronka/crm/v1/held_form.pb.h"

namespace voronka::crm {

// The table `held_forms`. The event log tells of them without what was sent: it has that when it is an inquiry.
class HeldForms : public rpc::Table<v1::HeldForm> {
 public:
  using Table::Table;

  // The newest before this moment and id, at most `limit`; newest first.
  std::vector<v1::HeldForm> OlderThan(int64_t create_time, int64_t id, v1::HeldForm::State state, int limit);
  int64_t Count(v1::HeldForm::State state);
  // Of a form, in the last 24 hours.
  HeldLately Lately(int64_t form_id);

  // With a new id. False where the same waits already.
  bool Add(v1::HeldForm held);
  // `before` is locked. It waits no more: the same may be held again.
  v1::HeldForm Settle(const v1::HeldForm& before, v1::HeldForm after);

  // Deletes up to `limit` that are older than 30 days; returns how many.
  static int64_t Forget(storage::Connection& db, int64_t now, int limit);
};

}  // namespace voronka::crm
