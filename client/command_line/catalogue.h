#pragma once

#include <google/protobuf/descriptor.h>

#include <string>
#include <string_view>
#include <vector>

namespace voronka::command_line {

// All of Voronka's services, by name.
std::vector<const google::protobuf::ServiceDescriptor*> AllServices();
std::vector<const google::protobuf::MethodDescriptor*> AllMethods();

// `crm.DealService.MoveDeal` for `voronka.crm.v1.DealService.MoveDeal`, and so for messages and services.
std::string ShortName(std::string_view full_name);

// By full or short name, or the end of one as far as it is unambiguous: `DealService.MoveDeal`, `MoveDeal`. Throws
// UsageError that tells the nearest names, or those that it may mean.
const google::protobuf::MethodDescriptor& FindMethod(std::string_view name);
const google::protobuf::ServiceDescriptor& FindService(std::string_view name);
// NULL when there is none.
const google::protobuf::Descriptor* FindMessage(std::string_view name);

}  // namespace voronka::command_line
