#include "crm_service/log/changes/visibility.h"

#include "crm_service/log/events/packed_resource.h"
#include "foundation/rpc/calls/audience.h"

namespace voronka::crm {
namespace {

using google::protobuf::MethodDescriptor;
using google::protobuf::MethodOptions;

bool Reads(const MethodDescriptor& method) {
  return method.options().idempotency_level() == MethodOptions::NO_SIDE_EFFECTS;
}

bool Admits(const MethodDescriptor& method, options::v1::Role role) {
  return rpc::Includes(method.options().GetExtension(options::v1::access).audience(), role);
}

bool MayRead(options::v1::Role role, const google::protobuf::Descriptor& resource) {
  const auto& service = *resource.file()->service(0);
  for (int i = 0; i < service.method_count(); ++i) {
    if (Reads(*service.method(i)) && Admits(*service.method(i), role)) return true;
  }
  return false;
}

}  // namespace

bool MaySee(const rpc::Caller& caller, const v1::Change& change) {
  const auto* resource = TypeOf(change.resource());
  return resource != nullptr && MayRead(caller.role, *resource);
}

}  // namespace voronka::crm
