#pragma once

#include <cctz/time_zone.h>
#include <google/protobuf/message.h>

#include <optional>
#include <string>
#include <vector>

namespace voronka::command_line {

using Items = std::vector<const google::protobuf::Message*>;

// A table of messages of one type, at least one: one line per message, field names as headings. A field that no message
// has set gets no column; `amount.minor` is a column of the nested `amount`. None if an item holds a list of messages
// or a map.
std::optional<std::string> ItemTable(const Items& items, const cctz::time_zone& zone, size_t indent);

}  // namespace voronka::command_line
