#pragma once

#include <grpcpp/channel.h>

#include <memory>
#include <string>

// A connection to a service. With TLS, the server's certificate is checked against the authorities that the machine
// trusts.
std::shared_ptr<grpc::Channel> OpenChannel(const std::string& address, bool tls);
