#pragma once

namespace voronka::rpc {

// Clients ping an idle connection every 30 s and drop it after 10 s without an answer. The server allows a ping every
// 10 s, so that it never sends GOAWAY for too many of them.
constexpr int kKeepaliveTimeMs = 30'000;
constexpr int kKeepaliveTimeoutMs = 10'000;
constexpr int kMinPingIntervalMs = 10'000;
constexpr int kKeepaliveWithoutCalls = 1;

}  // namespace voronka::rpc
