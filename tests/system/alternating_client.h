#pragma once

#include <atomic>
#include <memory>
#include <vector>

#include "client/client.h"

namespace voronka::testing {

// One person or program whose calls go to the replicas in turn. Thread-safe.
class AlternatingClient {
 public:
  // `make_client` creates the client for the replica with this number.
  template <class MakeClient>
  AlternatingClient(int replicas, const MakeClient& make_client) {
    replicas_.reserve(replicas);
    for (int replica = 0; replica < replicas; ++replica) replicas_.push_back(make_client(replica));
  }

  template <class Response>
  Response Call(const google::protobuf::Message& request, const client::CallOptions& options = {}) {
    return Next().Call<Response>(request, options);
  }

  client::Client& Next() { return At(static_cast<int>(calls_++ % replicas_.size())); }

  client::Client& At(int replica) { return *replicas_.at(replica); }

 private:
  std::vector<std::unique_ptr<client::Client>> replicas_;
  std::atomic<size_t> calls_ = 0;
};

}  // namespace voronka::testing
