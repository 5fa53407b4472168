#pragma once

#include <grpcpp/channel.h>

#include <memory>
#include <string>

namespace voronka::testing {

// A new connection to a server at this address. `read_ahead`: how many bytes of a stream it buffers while nobody reads;
// 0: the library's default of 64 KiB.
std::shared_ptr<grpc::Channel> OwnConnection(const std::string& address, int read_ahead = 0);

}  // namespace voronka::testing
