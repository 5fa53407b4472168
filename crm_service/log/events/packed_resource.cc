#include "crm_service/log/events/packed_resource.h"

#include <google/protobuf/message.h>

#include <memory>
#include <string>

namespace voronka::crm {

using google::protobuf::Any;
using google::protobuf::Descriptor;
using google::protobuf::DescriptorPool;
using google::protobuf::Message;
using google::protobuf::MessageFactory;

const Descriptor* TypeOf(const Any& packed) {
  std::string name;
  if (!Any::ParseAnyTypeUrl(packed.type_url(), &name)) return nullptr;
  return DescriptorPool::generated_pool()->FindMessageTypeByName(name);
}

bool IsDamaged(const Any& packed) {
  std::string name;
  if (!Any::ParseAnyTypeUrl(packed.type_url(), &name)) return true;
  const auto* type = TypeOf(packed);
  if (type == nullptr) return false;
  const std::unique_ptr<Message> resource(MessageFactory::generated_factory()->GetPrototype(type)->New());
  return !resource->ParseFromString(packed.value());
}

}  // namespace voronka::crm
