#pragma once

#include <google/protobuf/message.h>

#include <set>
#include <string>
#include <string_view>

#include "client/command_line/moments.h"

namespace voronka::command_line {

// Fills a request from what somebody types.
class RequestBuilder {
 public:
  RequestBuilder(google::protobuf::Message& request, const Here& here) : request_(request), here_(here) {}

  // `deal.name=Опт`. Throws UsageError.
  void Set(std::string_view argument);

  // A whole request, as JSON or in protobuf text format. Throws UsageError.
  void Merge(const std::string& text);

  // Where the request has an `update_mask` that was not given: names the fields of the resource that were set, so that
  // an empty value empties the field.
  void FillUpdateMask();

 private:
  google::protobuf::Message& request_;
  const Here here_;
  // `deal.name` of `deal.name=Опт`.
  std::set<std::string> assigned_;
};

}  // namespace voronka::command_line
