#pragma once

#include <functional>
#include <string>

#include "foundation/rpc/calls/partition.h"
#include "foundation/storage/line.h"

namespace voronka::rpc {

// The process's own work waits at no gate.
constexpr storage::Line kOwnWork{};

// All writers of a partition need its counter row in the end: more of them would only queue there.
constexpr storage::Line WritesOf(int64_t account_id) {
  return {.gate = 1 + PartitionOf(account_id), .owner = account_id, .gate_width = 4};
}

// A gate for each account.
constexpr storage::Line ReadsOf(int64_t account_id) {
  return {.gate = -account_id, .owner = account_id, .gate_width = 2};
}

// Public calls share a gate, for each password costs a processor; those of one method do not hold up another's.
inline storage::Line OfThePublic(const std::string& method) {
  return {.gate = 1 + kPartitions, .owner = static_cast<int64_t>(std::hash<std::string>()(method)), .gate_width = 2};
}

// Services that name no account, as one that brings what sites send: who guesses passwords does not hold them up.
inline storage::Line OfNoAccount(const std::string& method) {
  return {.gate = 2 + kPartitions, .owner = static_cast<int64_t>(std::hash<std::string>()(method)), .gate_width = 4};
}

}  // namespace voronka::rpc
