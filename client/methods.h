#pragma once

#include <google/protobuf/descriptor.h>

#include <string>

namespace voronka::client {

// The method that takes this request: every method has its own request message, in the file of its service.
const google::protobuf::MethodDescriptor& MethodTaking(const google::protobuf::Descriptor& request);

// In gRPC's form: `/voronka.crm.v1.DealService/MoveDeal`.
std::string PathOf(const google::protobuf::MethodDescriptor& method);

// Whether it can be called without a token.
bool IsPublic(const google::protobuf::MethodDescriptor& method);

}  // namespace voronka::client
