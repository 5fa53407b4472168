#pragma once

#include <cctz/time_zone.h>
#include <google/protobuf/message.h>

#include <optional>
#include <string>
#include <vector>

namespace voronka::command_line {

using Items = std::vector<const google::protobuf::Message*>;

// Messages of one type, at least one, a line each under the names of their fields; what is set in none of them has no
// column, and `amount.minor` is a column of `amount`. None when an item holds a list of messages or a map.
std::optional<std::string> ItemTable(const Items& items, const cctz::time_zone& zone, size_t indent);

}  // namespace voronka::command_line
