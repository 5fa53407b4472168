#pragma once

#include <cstddef>

// Limits on message sizes, in bytes. By default, gRPC clients accept at most 4 MiB per message.
namespace voronka::rpc {

inline constexpr int kMostRequestBytes = 1 << 20;
// Where a page of a list, a stream or the event log ends. A page has at least one item, whatever its size.
inline constexpr size_t kPageBytes = 1 << 20;
// One change, including the previous values.
inline constexpr size_t kMostEventBytes = 2 << 20;
// Between our own processes: more than a row of the event log can hold, so that no message breaks the stream that
// carries it.
inline constexpr int kMostInternalBytes = 32 << 20;

}  // namespace voronka::rpc
