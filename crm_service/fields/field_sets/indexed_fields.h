#pragma once

#include "voronka/crm/v1/field_set.pb.h"

namespace voronka::crm {

// Which fields stand in an index. Pure.

bool MayBeUnique(v1::Field::Kind kind);
bool MayBeFilterable(v1::Field::Kind kind);

bool IsIndexed(const v1::Field& field);

// `field` with the index that it has had so far, if it still needs one. `former`: null if there was no such field.
v1::Field WithIndexOf(const v1::Field* former, v1::Field field);

}  // namespace voronka::crm
