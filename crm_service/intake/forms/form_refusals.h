#pragma once

#include <cstdint>
#include <vector>

#include "crm_service/intake/forms/forms.h"
#include "foundation/storage/connection.h"
#include "voronka/crm/v1/form.pb.h"

namespace voronka::crm {

// The table `form_refusals`: what the edge reports to have refused.
class FormRefusals {
 public:
  explicit FormRefusals(storage::Connection& db) : db_(db) {}

  // `now`: microseconds since 1970 UTC.
  void Add(const OwnedForm& form, const v1::RefusedSubmissions& refused, int64_t now);
  // Ordered by reason.
  std::vector<v1::FormRefusals> Of(int64_t account_id, int64_t form_id);

 private:
  storage::Connection& db_;
};

}  // namespace voronka::crm
