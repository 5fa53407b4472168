#include "gateway/rpc/method.h"

#include <string>

namespace voronka::gateway {

const Method* FindMethod(std::string_view path) {
  if (!path.starts_with("/voronka.")) return nullptr;
  std::string name(path.substr(1));
  const size_t slash = name.find('/');
  if (slash == std::string::npos) return nullptr;
  name[slash] = '.';
  const auto* method = google::protobuf::DescriptorPool::generated_pool()->FindMethodByName(name);
  // A second slash would have named a method too, had it been taken for a dot.
  return method == nullptr || name.find('/') != std::string::npos ? nullptr : method;
}

}  // namespace voronka::gateway
