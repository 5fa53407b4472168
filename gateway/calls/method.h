#pragma once

#include <google/protobuf/descriptor.h>
#include <grpcpp/channel.h>

#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "client/channels.h"

namespace voronka::gateway {

using Method = google::protobuf::MethodDescriptor;

// The method that a path names, as `/voronka.crm.v1.DealService/GetDeal`. Null: none of ours.
const Method* FindMethod(std::string_view path);

// Whether the path has the shape of a method's: `/package.Service/Method`.
bool LooksLikeMethod(std::string_view path);

}  // namespace voronka::gateway
