#include "crm_service/configuration/comparison/configuration_key.h"

#include <google/protobuf/descriptor.h>

#include "voronka/crm/v1/configuration.pb.h"
#include "voronka/options/v1/resource.pb.h"

namespace voronka::crm {

using google::protobuf::FieldDescriptor;
using v1::ConfigurationQueue;

const FieldDescriptor* KeyFieldOf(const google::protobuf::Descriptor& type) {
  if (&type == ConfigurationQueue::descriptor()) return type.FindFieldByName("stage");
  const auto& of_resource = type.options().GetExtension(options::v1::resource).configuration_key();
  return type.FindFieldByName(of_resource.empty() ? "key" : of_resource);
}

std::string KeyOf(const google::protobuf::Message& thing) {
  if (const auto* queue = google::protobuf::DynamicCastToGenerated<ConfigurationQueue>(&thing)) {
    return queue->pipeline() + "/" + queue->stage();
  }
  const auto& reflection = *thing.GetReflection();
  const auto* field = KeyFieldOf(*thing.GetDescriptor());
  if (field->cpp_type() == FieldDescriptor::CPPTYPE_ENUM) return reflection.GetEnum(thing, field)->name();
  return reflection.GetString(thing, field);
}

}  // namespace voronka::crm
