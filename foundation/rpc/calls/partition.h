#pragma once

#include <cstdint>

namespace voronka::rpc {

// Number of partitions of the event log that accounts are spread over. An account's partition is fixed when the account
// is created.
constexpr int kPartitions = 64;

constexpr int PartitionOf(int64_t account_id) { return static_cast<int>(account_id % kPartitions); }

}  // namespace voronka::rpc
