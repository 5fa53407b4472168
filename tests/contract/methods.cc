#include "tests/contract/methods.h"

#include <google/protobuf/descriptor_database.h>

#include <algorithm>
#include <iterator>

namespace voronka::testing {
namespace {

using google::protobuf::DescriptorPool;
using google::protobuf::FileDescriptor;
using google::protobuf::ServiceDescriptor;

void AddMethods(const ServiceDescriptor& service, std::vector<const Method*>& methods) {
  for (int i = 0; i < service.method_count(); ++i) methods.push_back(service.method(i));
}

}  // namespace

// The pool cannot list its content, but the database behind it can.
std::vector<const FileDescriptor*> EveryFile() {
  std::vector<std::string> names;
  DescriptorPool::internal_generated_database()->FindAllFileNames(&names);
  std::sort(names.begin(), names.end());
  std::vector<const FileDescriptor*> files;
  for (const std::string& name : names) {
    const FileDescriptor* file = DescriptorPool::generated_pool()->FindFileByName(name);
    if (file->package().starts_with("voronka.")) files.push_back(file);
  }
  return files;
}

std::vector<const Method*> EveryMethod() {
  std::vector<const Method*> methods;
  for (const FileDescriptor* file : EveryFile()) {
    for (int i = 0; i < file->service_count(); ++i) AddMethods(*file->service(i), methods);
  }
  return methods;
}

std::vector<const Method*> EveryMethodThat(const std::function<bool(const Method&)>& holds) {
  const std::vector<const Method*> methods = EveryMethod();
  std::vector<const Method*> those;
  std::copy_if(methods.begin(), methods.end(), std::back_inserter(those),
               [&](const Method* method) { return holds(*method); });
  return those;
}

bool Writes(const Method& method) {
  return method.options().idempotency_level() != google::protobuf::MethodOptions::NO_SIDE_EFFECTS;
}

const options::v1::Access& AccessOf(const Method& method) { return method.options().GetExtension(options::v1::access); }

std::string NameOfTest(const ::testing::TestParamInfo<const Method*>& method) {
  return method.param->service()->name() + "_" + method.param->name();
}

}  // namespace voronka::testing
