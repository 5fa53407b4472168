#include "foundation/rpc/server/service.h"

#include <algorithm>
#include <stdexcept>

namespace voronka::rpc {
namespace {

using google::protobuf::MethodDescriptor;
using google::protobuf::ServiceDescriptor;
using grpc::internal::RpcMethod;
using grpc::internal::RpcServiceMethod;

const ServiceDescriptor& DescriptorOf(const std::string& name) {
  const auto* descriptor = google::protobuf::DescriptorPool::generated_pool()->FindServiceByName(name);
  if (descriptor == nullptr) throw std::logic_error(name + " is no service of this program");
  return *descriptor;
}

const Method& StepOf(const MethodDescriptor& descriptor, const std::vector<Method>& methods) {
  const auto found = std::ranges::find(methods, descriptor.input_type(), &Method::request);
  if (found == methods.end()) throw std::logic_error(descriptor.full_name() + " has no step");
  return *found;
}

}  // namespace

Service::Service(FeedHost& host, const std::string& name, const std::vector<Method>& methods) {
  const auto& descriptor = DescriptorOf(name);
  for (int i = 0; i < descriptor.method_count(); ++i) {
    Add(host, *descriptor.method(i), StepOf(*descriptor.method(i), methods));
  }
  if (methods.size() != paths_.size()) throw std::logic_error(name + " has a step too many");
}

void Service::Add(FeedHost& host, const MethodDescriptor& descriptor, const Method& method) {
  const auto index = static_cast<int>(paths_.size());
  const auto& path = *paths_.emplace_back(
      std::make_unique<const std::string>("/" + descriptor.service()->full_name() + "/" + descriptor.name()));
  const auto type = descriptor.server_streaming() ? RpcMethod::SERVER_STREAMING : RpcMethod::NORMAL_RPC;
  AddMethod(new RpcServiceMethod(path.c_str(), type, nullptr));
  MarkMethodCallback(index, method.NewHandler(host));
}

std::vector<grpc::Service*> PointersTo(const Services& services) {
  std::vector<grpc::Service*> pointers;
  pointers.reserve(services.size());
  for (const auto& service : services) pointers.push_back(service.get());
  return pointers;
}

}  // namespace voronka::rpc
