#pragma once

#include <google/protobuf/message.h>
#include <gtest/gtest.h>

#include <string>

#include "tests/gateway/served/backend.h"
#include "tests/support/http_client.h"
#include "tests/support/lone_gateway.h"

namespace voronka::testing {

// The gateway in front of a backend that answers what a test wants.
class Stand : public ::testing::Test {
 protected:
  // A unary method and a streaming one.
  static constexpr char kGetDeal[] = "/voronka.crm.v1.DealService/GetDeal";
  static constexpr char kSubscribe[] = "/voronka.notifier.v1.InboxService/Subscribe";

  Stand();
  ~Stand() override;

  // As application/json, or with another content type.
  HttpAnswer Post(const std::string& path, const std::string& body, HttpHeaders headers = {},
                  const std::string& content_type = "application/json");

  Backend& backend_;
  LoneGateway& gateway_;
  HttpClient http_;
};

Reply Says(const google::protobuf::Message& message);
Reply Fails(grpc::StatusCode code, const std::string& message, const std::string& details = {});
// Gives this reply to every call.
Backend::Behaviour Always(Reply reply);

}  // namespace voronka::testing
