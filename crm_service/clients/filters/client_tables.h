#pragma once

#include "crm_service/fields/filters/filter_table.h"

namespace voronka::crm {

// Where filters find contacts, and companies.
const FilterTable& ContactTable();
const FilterTable& CompanyTable();

}  // namespace voronka::crm
