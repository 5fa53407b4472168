#pragma once

#include <google/protobuf/descriptor.h>

#include <string_view>

namespace voronka::gateway {

using Method = google::protobuf::MethodDescriptor;

// The method that a path names, as `/voronka.crm.v1.DealService/GetDeal`. Null: none of ours.
const Method* FindMethod(std::string_view path);

}  // namespace voronka::gateway
