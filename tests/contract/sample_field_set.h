#pragma once

#include "voronka/crm/v1/field_set.pb.h"

namespace voronka::testing {

// Key of the only field of the account's own, a text.
inline constexpr char kOwnField[] = "note";

crm::v1::FieldSet SampleFieldSet(crm::v1::Entity entity);

}  // namespace voronka::testing
