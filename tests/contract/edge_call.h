#pragma once

#include <future>
#include <string>

#include "tests/contract/raw_call.h"
#include "tests/support/http_client.h"

namespace voronka::testing {

// Calls by gRPC-Web through a gateway, as raw_call.h does by gRPC: one after the other, each when its answer is asked
// for.
class EdgeCalls {
 public:
  explicit EdgeCalls(std::string gateway) : http_(std::move(gateway)) {}

  std::future<Answer> Send(const Method& method, const std::string& bytes, const client::Metadata& metadata);

 private:
  Answer Call(const Method& method, const std::string& bytes, const client::Metadata& metadata);
  Answer Whole(const Method& method);
  // It is left when it has given something.
  Answer FirstOfStream(const Method& method);

  HttpClient http_;
};

}  // namespace voronka::testing
