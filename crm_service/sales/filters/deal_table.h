#pragma once

#include "crm_service/fields/filters/filter_table.h"

namespace voronka::crm {

// Where filters find deals.
const FilterTable& DealTable();

}  // namespace voronka::crm
