#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "crm_service/fields/field_sets/field_name.h"
#include "voronka/crm/v1/approval.pb.h"
#include "voronka/crm/v1/company.pb.h"
#include "voronka/crm/v1/contact.pb.h"
#include "voronka/crm/v1/deal.pb.h"
#include "voronka/crm/v1/field_value.pb.h"

namespace voronka::crm {

// When somebody tried in vain to reach the client, oldest first. Microseconds since 1970 UTC.
struct Attempts {
  // Since the deal came to the stage where it is.
  std::vector<int64_t> in_stage;
  std::vector<int64_t> in_all;
};

// What rules are decided by, as it will be if the write is allowed.
struct Facts {
  const v1::Deal& deal;
  // Null: the deal has none, or no rule asks for it.
  const v1::Contact* contact = nullptr;
  const v1::Company* company = nullptr;
  bool has_open_task = false;
  Attempts attempts = {};
  // Asked since the deal came to the stage where it is, newest first.
  std::span<const v1::Approval> approvals = {};
};

// What the field says. Empty: nothing. Several phones are several values, and so are several choices.
std::vector<v1::FieldValue> ValuesOf(const Facts& facts, const FieldName& field);

}  // namespace voronka::crm
