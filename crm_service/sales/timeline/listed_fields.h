#pragma once

#include "voronka/crm/v1/timeline.pb.h"

namespace voronka::crm {

// Entries of earlier releases list the fields of an edit in their text: `name, amount`. Moves such a list to
// `edit.fields`, where it is now. Leaves other entries as they are.
void ReadListedFields(v1::TimelineEntry& entry);

}  // namespace voronka::crm
