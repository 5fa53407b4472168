#pragma once

#include <future>
#include <string>

#include "tests/contract/raw_call.h"
#include "tests/support/http_client.h"

namespace voronka::testing {

// Calls through the gateway by gRPC-Web, as raw_call.h does by gRPC. Calls run one after another, each when its answer
// is requested.
class EdgeCalls {
 public:
  explicit EdgeCalls(std::string gateway) : http_(std::move(gateway)) {}

  std::future<Answer> Send(const Method& method, const std::string& bytes, const client::Metadata& metadata);

 private:
  Answer Call(const Method& method, const std::string& bytes, const client::Metadata& metadata);
  Answer Whole(const Method& method);
  // The stream is cancelled once it has sent a message.
  Answer FirstOfStream(const Method& method);

  HttpClient http_;
};

}  // namespace voronka::testing
