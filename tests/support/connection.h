#pragma once

#include <grpcpp/channel.h>

#include <memory>
#include <string>

namespace voronka::testing {

// A connection of its own to a server at this address. `read_ahead`: so many bytes of a stream that nobody reads it
// takes; 0: the library's default of 64 KiB.
std::shared_ptr<grpc::Channel> OwnConnection(const std::string& address, int read_ahead = 0);

}  // namespace voronka::testing
