#pragma once

#include <cstdint>

namespace voronka::rpc {

// Accounts are spread over so many partitions of the event log; an account's is fixed when it is made.
constexpr int kPartitions = 64;

constexpr int PartitionOf(int64_t account_id) { return static_cast<int>(account_id % kPartitions); }

}  // namespace voronka::rpc
