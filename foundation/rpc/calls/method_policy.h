#pragma once

#include <google/protobuf/descriptor.h>
#include <google/protobuf/message.h>

#include <string>

#include "foundation/rpc/calls/caller.h"
#include "voronka/options/v1/access.pb.h"

namespace voronka::rpc {

// What the descriptors say about a method.
struct MethodPolicy {
  const google::protobuf::MethodDescriptor* method;
  // For example `voronka.crm.v1.DealService.MoveDeal`.
  std::string name;
  options::v1::Access access;
  // Runs in a transaction; other methods only read.
  bool writes;
  // Changes what only users of some roles may change, so the user's role is checked again in the transaction.
  bool guarded;
  // The request's `request_id`; null if a retry has no effect to repeat.
  const google::protobuf::FieldDescriptor* request_id;

  explicit MethodPolicy(const google::protobuf::MethodDescriptor& method);

  // Empty if the request has none.
  std::string RequestIdOf(const google::protobuf::Message& request) const;

  // Throws PERMISSION_DENIED, or INVALID_ARGUMENT if a service names no account and the method needs one.
  void CheckMayCall(const Caller& caller) const;

  // Every request type belongs to one method of the services in this program; throws std::logic_error for any other
  // type.
  static const MethodPolicy& OfRequest(const google::protobuf::Descriptor& request);
};

}  // namespace voronka::rpc
