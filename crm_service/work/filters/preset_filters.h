#pragma once

#include <string>
#include <vector>

#include "voronka/crm/v1/saved_filter.pb.h"

namespace voronka::crm {

// The filters that come with the program, named in the language of the locale.
std::vector<v1::SavedFilter> PresetFilters(const std::string& locale);

}  // namespace voronka::crm
