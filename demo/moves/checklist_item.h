#pragma once

#include <string>
#include <string_view>

namespace voronka::demo {

// Key of the item that a refusal names as `deal.checklist_ticks["thanked"]`. Empty: it names none.
std::string ItemOf(std::string_view path);

}  // namespace voronka::demo
