#include "client/methods.h"

#include <fmt/format.h>

#include <stdexcept>

#include "voronka/options/v1/access.pb.h"

namespace voronka::client {

const google::protobuf::MethodDescriptor& MethodTaking(const google::protobuf::Descriptor& request) {
  const google::protobuf::FileDescriptor& file = *request.file();
  for (int s = 0; s < file.service_count(); ++s) {
    const google::protobuf::ServiceDescriptor& service = *file.service(s);
    for (int m = 0; m < service.method_count(); ++m) {
      if (service.method(m)->input_type() == &request) return *service.method(m);
    }
  }
  throw std::logic_error(fmt::format("no method takes {}", request.full_name()));
}

std::string PathOf(const google::protobuf::MethodDescriptor& method) {
  return fmt::format("/{}/{}", method.service()->full_name(), method.name());
}

bool IsPublic(const google::protobuf::MethodDescriptor& method) {
  return method.options().GetExtension(options::v1::access).public_();
}

}  // namespace voronka::client
