#pragma once

#include <google/protobuf/message.h>

#include <set>
#include <string>
#include <string_view>

#include "client/command_line/moments.h"

namespace voronka::command_line {

// Builds a request from what somebody types.
class RequestBuilder {
 public:
  RequestBuilder(google::protobuf::Message& request, const Here& here) : request_(request), here_(here) {}

  // Sets one field, for example `deal.name=Опт`. Throws UsageError.
  void Set(std::string_view argument);

  // Merges a whole request, as JSON or in protobuf text format. Throws UsageError.
  void Merge(const std::string& text);

  // If the request has an `update_mask` that was not given, lists in it the resource's fields that were set, so that an
  // empty value clears its field.
  void FillUpdateMask();

 private:
  google::protobuf::Message& request_;
  const Here here_;
  // For example `deal.name` from `deal.name=Опт`.
  std::set<std::string> assigned_;
};

}  // namespace voronka::command_line
