#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace voronka::command_line {

// `; did you mean deal_id or deal?`, or an empty text if no known name is near.
std::string DidYouMean(std::string_view name, const std::vector<std::string>& known);

}  // namespace voronka::command_line
