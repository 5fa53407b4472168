#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdint>
#include <string>
#include <utility>

#include "tests/gateway/served/stand.h"
#include "voronka/crm/v1/file.pb.h"

namespace voronka::testing {
namespace {

using ::testing::HasSubstr;

// More than one part, and no two parts alike.
std::string LargeContent() {
  std::string content;
  for (int i = 0; content.size() < 1'200'000; ++i) content += std::to_string(i) + " ";
  return content;
}

// The content of files, in front of a service that has one.
class Downloads : public Stand {
 protected:
  Downloads() { Serve(LargeContent()); }

  void Serve(std::string content, const std::string& media_type = "application/pdf") {
    content_ = std::move(content);
    file_.set_id(7);
    file_.set_name("Договор.pdf");
    file_.set_media_type(media_type);
    file_.set_size(static_cast<int64_t>(content_.size()));
    file_.set_sha256("abcd");
    backend_.Behave([file = file_, content = content_](const Received& received) {
      if (received.method == "/voronka.crm.v1.FileService/GetFile") return Says(file);
      crm::v1::ReadFileRequest request;
      request.ParseFromString(received.request);
      crm::v1::ReadFileResponse response;
      response.set_data(content.substr(static_cast<size_t>(request.offset()), static_cast<size_t>(request.size())));
      return Says(response);
    });
  }
  HttpAnswer Get(HttpHeaders headers = {}, const std::string& verb = "GET", const std::string& path = "/files/7") {
    headers.emplace("authorization", "Bearer token");
    return http_.Ask({.verb = verb, .path = path, .headers = std::move(headers)});
  }

  std::string content_;
  crm::v1::File file_;
};

TEST_F(Downloads, AreTheWholeFile) {
  const HttpAnswer answer = Get();
  EXPECT_EQ(answer.status, 200);
  EXPECT_EQ(answer.body, content_);
  EXPECT_EQ(answer.header("content-length"), std::to_string(content_.size()));
  EXPECT_EQ(answer.header("content-type"), "application/pdf");
  EXPECT_EQ(backend_.last().Metadatum("authorization"), "Bearer token");
}

TEST_F(Downloads, AreSavedAndNeverRun) {
  const HttpAnswer answer = Get();
  EXPECT_THAT(answer.header("content-disposition"), HasSubstr("attachment;"));
  EXPECT_EQ(answer.header("x-content-type-options"), "nosniff");
  std::string policies;
  for (const auto& [name, value] : answer.headers) {
    if (name == "content-security-policy") policies += value + "\n";
  }
  EXPECT_THAT(policies, HasSubstr("sandbox"));
}

TEST_F(Downloads, CanBeAPart) {
  const HttpAnswer answer = Get({{"range", "bytes=499990-500009"}});
  EXPECT_EQ(answer.status, 206);
  EXPECT_EQ(answer.body, content_.substr(499'990, 20));
  EXPECT_EQ(answer.header("content-range"), "bytes 499990-500009/" + std::to_string(content_.size()));
  EXPECT_EQ(Get({{"range", "bytes=-10"}}).body, content_.substr(content_.size() - 10));
  EXPECT_EQ(Get({{"range", "bytes=5-"}, {"if-range", "\"other\""}}).status, 200);
  EXPECT_EQ(Get({{"range", "bytes=5-"}, {"if-range", "\"abcd\""}}).status, 206);
  const HttpAnswer outside = Get({{"range", "bytes=99999999-"}});
  EXPECT_EQ(outside.status, 416);
  EXPECT_EQ(outside.header("content-range"), "bytes */" + std::to_string(content_.size()));
}

TEST_F(Downloads, MayBeEmpty) {
  Serve("");
  const HttpAnswer answer = Get();
  EXPECT_EQ(answer.status, 200);
  EXPECT_EQ(answer.header("content-length"), "0");
  EXPECT_EQ(Get().status, 200) << "the connection has been left out of step";
}

TEST_F(Downloads, AreNotSentAgainToAClientThatHasThem) { EXPECT_EQ(Get({{"if-none-match", "\"abcd\""}}).status, 304); }

TEST_F(Downloads, AreRefusedAsTheServiceSays) {
  backend_.Behave(Always(Fails(grpc::StatusCode::NOT_FOUND, "There is no file 7.")));
  EXPECT_EQ(Get().status, 404);
  backend_.Behave(Always(Fails(grpc::StatusCode::UNAUTHENTICATED, "Log in.")));
  EXPECT_EQ(Get().status, 401);
}

TEST_F(Downloads, NameAFileByItsNumber) {
  const int64_t calls = backend_.calls();
  for (const char* path :
       {"/files/", "/files/x", "/files/-1", "/files/7/", "/files/..", "/files/99999999999999999999"}) {
    EXPECT_EQ(Get({}, "GET", path).status, 404) << path;
  }
  EXPECT_EQ(Get({}, "POST").status, 405);
  EXPECT_EQ(backend_.calls(), calls);
}

// The client is told how much there is, so it knows that it has not got all.
TEST_F(Downloads, EndTooEarlyIfTheServiceFails) {
  backend_.Behave([file = file_](const Received& received) {
    if (received.method == "/voronka.crm.v1.FileService/GetFile") return Says(file);
    crm::v1::ReadFileRequest request;
    request.ParseFromString(received.request);
    if (request.offset() > 0) return Fails(grpc::StatusCode::UNAVAILABLE, "away");
    crm::v1::ReadFileResponse response;
    response.set_data(std::string(1000, 'a'));
    return Says(response);
  });
  EXPECT_THROW(Get(), HttpFailure);
}

}  // namespace
}  // namespace voronka::testing
