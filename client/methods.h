#pragma once

#include <google/protobuf/descriptor.h>

#include <string>

namespace voronka::client {

// The method that takes this request: every method has a request message of its own, in the file of its service.
const google::protobuf::MethodDescriptor& MethodTaking(const google::protobuf::Descriptor& request);

// As gRPC names it: `/voronka.crm.v1.DealService/MoveDeal`.
std::string PathOf(const google::protobuf::MethodDescriptor& method);

// Callable without a token.
bool IsPublic(const google::protobuf::MethodDescriptor& method);

}  // namespace voronka::client
