#pragma once

#include <google/protobuf/descriptor.h>

#include <string>
#include <string_view>
#include <vector>

namespace voronka::command_line {

// All of Voronka's services, by name.
std::vector<const google::protobuf::ServiceDescriptor*> AllServices();
std::vector<const google::protobuf::MethodDescriptor*> AllMethods();

// `crm.DealService.MoveDeal` for `voronka.crm.v1.DealService.MoveDeal`; messages and services likewise.
std::string ShortName(std::string_view full_name);

// Finds a method by its full or short name, or by the end of one if that is unambiguous: `DealService.MoveDeal`,
// `MoveDeal`. Throws UsageError that lists the nearest names, or those that the name may mean.
const google::protobuf::MethodDescriptor& FindMethod(std::string_view name);
const google::protobuf::ServiceDescriptor& FindService(std::string_view name);
// NULL if there is none.
const google::protobuf::Descriptor* FindMessage(std::string_view name);

}  // namespace voronka::command_line
