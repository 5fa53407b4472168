#include "tests/gateway/served/stand.h"

#include <gtest/gtest.h>

#include <memory>

#include "tests/support/eventually.h"

namespace voronka::testing {
namespace {

struct Shared {
  Backend backend{Always({})};
  LoneGateway gateway{backend.address()};
};

// Created on first use.
Shared& TheStand() {
  static const auto shared = std::make_unique<Shared>();
  return *shared;
}

}  // namespace

Stand::Stand() : backend_(TheStand().backend), gateway_(TheStand().gateway), http_(gateway_.address()) {
  // What the test before has cancelled is not counted in this one.
  EXPECT_TRUE(Eventually([this] { return backend_.under_way() == 0; }));
  backend_.Behave(Always({.messages = {""}}));
}

Stand::~Stand() { backend_.Release(); }

HttpAnswer Stand::Post(const std::string& path, const std::string& body, HttpHeaders headers,
                       const std::string& content_type) {
  headers.emplace("content-type", content_type);
  return http_.Ask({.path = path, .headers = std::move(headers), .body = body});
}

Reply Says(const google::protobuf::Message& message) { return {.messages = {message.SerializeAsString()}}; }

Reply Fails(grpc::StatusCode code, const std::string& message, const std::string& details) {
  return {.status = {code, message, details}};
}

Backend::Behaviour Always(Reply reply) {
  return [reply = std::move(reply)](const Received&) { return reply; };
}

}  // namespace voronka::testing
