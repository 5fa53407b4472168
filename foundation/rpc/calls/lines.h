#pragma once

#include <functional>
#include <string>

#include "foundation/rpc/calls/partition.h"
#include "foundation/storage/line.h"

namespace voronka::rpc {

// The process's own work is not limited by any gate.
constexpr storage::Line kOwnWork{};

// Every writer of a partition ends up waiting for its counter row: more writers would only queue there.
constexpr storage::Line WritesOf(int64_t account_id) {
  return {.gate = 1 + PartitionOf(account_id), .owner = account_id, .gate_width = 4};
}

// One gate per account.
constexpr storage::Line ReadsOf(int64_t account_id) {
  return {.gate = -account_id, .owner = account_id, .gate_width = 2};
}

// Public calls share a gate, because hashing a password keeps a processor busy. Calls of one method do not delay those
// of another.
inline storage::Line PublicLine(const std::string& method) {
  return {.gate = 1 + kPartitions, .owner = static_cast<int64_t>(std::hash<std::string>()(method)), .gate_width = 2};
}

// Services that name no account, such as the one that brings what sites submit, have a gate of their own: somebody
// guessing passwords does not delay them.
inline storage::Line AccountlessLine(const std::string& method) {
  return {.gate = 2 + kPartitions, .owner = static_cast<int64_t>(std::hash<std::string>()(method)), .gate_width = 4};
}

}  // namespace voronka::rpc
