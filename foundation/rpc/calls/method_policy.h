#pragma once

#include <google/protobuf/descriptor.h>
#include <google/protobuf/message.h>

#include <string>

#include "foundation/rpc/calls/caller.h"
#include "voronka/options/v1/access.pb.h"

namespace voronka::rpc {

// What the descriptors say of a method.
struct MethodPolicy {
  const google::protobuf::MethodDescriptor* method;
  // As `voronka.crm.v1.DealService.MoveDeal`.
  std::string name;
  options::v1::Access access;
  // Runs in a transaction; the others only read.
  bool writes;
  // Changes what only some users may change: the user's right is checked again in the transaction.
  bool guarded;
  // The request's `request_id`; null where a retry has nothing to double.
  const google::protobuf::FieldDescriptor* request_id;

  explicit MethodPolicy(const google::protobuf::MethodDescriptor& method);

  // Empty where it has none.
  std::string RequestIdOf(const google::protobuf::Message& request) const;

  // Throws PERMISSION_DENIED, or INVALID_ARGUMENT where a service names no account and the method needs one.
  void CheckMayCall(const Caller& caller) const;

  // Every request type belongs to one method of the services in this program. Throws std::logic_error for another type.
  static const MethodPolicy& OfRequest(const google::protobuf::Descriptor& request);
};

}  // namespace voronka::rpc
