#pragma once

#include "crm_service/fields/filters/filter_table.h"
#include "voronka/crm/v1/saved_filter.pb.h"

namespace voronka::crm {

// Where filters find what a subject names.
const FilterTable& TableOfSubject(v1::FilterSubject subject);

}  // namespace voronka::crm
