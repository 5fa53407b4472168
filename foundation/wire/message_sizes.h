#pragma once

#include <cstddef>

// How large messages may be, in bytes. gRPC clients take 4 MiB in one message unless they are told otherwise.
namespace voronka::rpc {

inline constexpr int kMostRequestBytes = 1 << 20;
// What a page ends at, of a list, a stream or the event log; with at least one item, whatever its size.
inline constexpr size_t kPageBytes = 1 << 20;
// One change, with what was before.
inline constexpr size_t kMostEventBytes = 3 << 20;
// Among our own processes: more than a row of the event log can hold, so that no message ends a stream that it is in.
inline constexpr int kMostInternalBytes = 32 << 20;

}  // namespace voronka::rpc
