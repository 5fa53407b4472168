#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdint>
#include <mutex>
#include <string>
#include <utility>

#include "tests/gateway/served/stand.h"
#include "tests/support/eventually.h"
#include "voronka/crm/v1/file.pb.h"

namespace voronka::testing {
namespace {

using ::testing::HasSubstr;

constexpr char kAskedFor[] = "/files?entity=deal&id=7&name=%D0%94%D0%BE%D0%B3%D0%BE%D0%B2%D0%BE%D1%80+1.pdf";
// More than the gateway keeps of any body, and no two parts alike.
constexpr size_t kLarge = 6'000'000;

std::string ContentToUpload() {
  std::string content;
  for (int i = 0; content.size() < kLarge; ++i) content += std::to_string(i) + " ";
  return content;
}

// A service that takes uploads, and says what it has been told.
class Uploads : public Stand {
 protected:
  Uploads() {
    backend_.Behave([this](const Received& received) { return Take(received); });
  }
  // What is told of this test only.
  ~Uploads() override { backend_.Behave(Always({.messages = {""}})); }

  HttpAnswer Put(const std::string& content, HttpHeaders headers = {}, const std::string& path = kAskedFor,
                 const std::string& verb = "PUT") {
    headers.emplace("authorization", "Bearer e30.e30.c2lnbmF0dXJl");
    return http_.Ask({.verb = verb, .path = path, .headers = std::move(headers), .body = content});
  }

  bool IsGivenUp() {
    const std::lock_guard lock(mutex_);
    return given_up_ == 5;
  }

  std::mutex mutex_;
  crm::v1::Upload announced_;
  std::string arrived_;
  size_t largest_part_ = 0;
  bool finished_ = false;
  // ID of the upload.
  int64_t given_up_ = 0;
  // Of the parts after so many bytes.
  int64_t fails_after_ = INT64_MAX;

 private:
  Reply Take(const Received& received) {
    const std::lock_guard lock(mutex_);
    const std::string method = received.method.substr(received.method.rfind('/') + 1);
    if (method == "CreateUpload") return Begin(received.request);
    if (method == "AppendUpload") return Append(received.request);
    if (method == "FinishUpload") return Finish();
    crm::v1::DeleteUploadRequest request;
    request.ParseFromString(received.request);
    given_up_ = request.upload_id();
    return {.messages = {""}};
  }

  Reply Begin(const std::string& bytes) {
    crm::v1::CreateUploadRequest request;
    request.ParseFromString(bytes);
    announced_ = request.upload();
    crm::v1::Upload begun = announced_;
    begun.set_id(5);
    return Says(begun);
  }

  Reply Append(const std::string& bytes) {
    crm::v1::AppendUploadRequest request;
    request.ParseFromString(bytes);
    if (request.offset() >= fails_after_) return Fails(grpc::StatusCode::UNAVAILABLE, "away");
    EXPECT_EQ(request.upload_id(), 5);
    EXPECT_EQ(request.offset(), static_cast<int64_t>(arrived_.size()));
    EXPECT_NE(request.request_id(), "");
    largest_part_ = std::max(largest_part_, request.data().size());
    arrived_ += request.data();
    crm::v1::Upload upload;
    upload.set_id(5);
    return Says(upload);
  }

  Reply Finish() {
    finished_ = true;
    crm::v1::File file;
    file.set_id(9);
    file.set_name(announced_.name());
    return Says(file);
  }
};

TEST_F(Uploads, GoOnToTheServicePartByPart) {
  const std::string content = ContentToUpload();
  const HttpAnswer answer = Put(content);
  EXPECT_EQ(answer.status, 201);
  EXPECT_THAT(answer.body, HasSubstr("\"id\":\"9\""));
  EXPECT_EQ(announced_.entity(), crm::v1::ENTITY_DEAL);
  EXPECT_EQ(announced_.entity_id(), 7);
  EXPECT_EQ(announced_.name(), "Договор 1.pdf");
  EXPECT_EQ(announced_.size(), static_cast<int64_t>(content.size()));
  EXPECT_EQ(arrived_, content);
  EXPECT_LE(largest_part_, 500'000U);
  EXPECT_EQ(given_up_, 0);
  EXPECT_EQ(backend_.last().Metadatum("authorization"), "Bearer e30.e30.c2lnbmF0dXJl");
}

TEST_F(Uploads, MayBeEmptyAndPosted) {
  EXPECT_EQ(Put("", {}, "/files?entity=task&id=3&name=a.txt", "POST").status, 201);
  EXPECT_EQ(announced_.entity(), crm::v1::ENTITY_TASK);
  EXPECT_TRUE(finished_);
  EXPECT_EQ(Put("abc").status, 201) << "the connection has been left out of step";
  EXPECT_EQ(arrived_, "abc");
}

TEST_F(Uploads, AreAskedForWithoutANameThatIsNoText) {
  EXPECT_EQ(Put("abc", {}, "/files?entity=deal&id=7&name=%C4%EE%E3.pdf").status, 201);
  EXPECT_EQ(announced_.name(), "") << "which the service refuses";
  EXPECT_EQ(announced_.size(), 3);
}

// As curl does with a large file.
TEST_F(Uploads, AreAskedForOnceTheyMayCome) {
  HttpClient http(gateway_.address());
  http.SendBytes(std::string("PUT ") + kAskedFor +
                 " HTTP/1.1\r\nhost: x\r\ncontent-length: 3\r\nexpect: 100-continue\r\n"
                 "authorization: Bearer e30.e30.c2lnbmF0dXJl\r\n\r\n");
  EXPECT_EQ(http.ReadAnswer().status, 100);
  http.SendBytes("abc");
  EXPECT_EQ(http.ReadAnswer().status, 201);
  EXPECT_EQ(arrived_, "abc");
}

TEST_F(Uploads, AreGivenUpWhenTheConnectionIsLost) {
  HttpClient http(gateway_.address());
  http.SendBytes(std::string("PUT ") + kAskedFor +
                 " HTTP/1.1\r\nhost: x\r\ncontent-length: 2000000\r\n"
                 "authorization: Bearer e30.e30.c2lnbmF0dXJl\r\n\r\n" +
                 std::string(1'000'000, 'a'));
  EXPECT_TRUE(Eventually([this] {
    const std::lock_guard lock(mutex_);
    return !arrived_.empty();
  }));
  http.Close();
  EXPECT_TRUE(Eventually([this] { return IsGivenUp(); }));
  EXPECT_FALSE(finished_);
}

TEST_F(Uploads, AreGivenUpWhenAPartIsRefused) {
  fails_after_ = 480'000;
  EXPECT_EQ(Put(std::string(1'000'000, 'a')).status, 503);
  EXPECT_TRUE(IsGivenUp());
  EXPECT_FALSE(finished_);
}

TEST_F(Uploads, AreRefusedAsTheServiceSays) {
  backend_.Behave(Always(Fails(grpc::StatusCode::NOT_FOUND, "There is no deal 7.")));
  const HttpAnswer answer = Put("abc");
  EXPECT_EQ(answer.status, 404);
  EXPECT_THAT(answer.body, HasSubstr("There is no deal 7."));
}

TEST_F(Uploads, NeedALengthAndNoForm) {
  const int64_t calls = backend_.calls();
  HttpClient http(gateway_.address());
  http.SendBytes(std::string("PUT ") + kAskedFor +
                 " HTTP/1.1\r\nhost: x\r\ntransfer-encoding: chunked\r\n"
                 "authorization: Bearer e30.e30.c2lnbmF0dXJl\r\n\r\n");
  EXPECT_EQ(http.ReadAnswer().status, 411);
  EXPECT_EQ(Put("--x--", {{"content-type", "multipart/form-data; boundary=x"}}).status, 415);
  EXPECT_EQ(HttpClient(gateway_.address()).Ask({.verb = "DELETE", .path = kAskedFor}).status, 405);
  EXPECT_EQ(backend_.calls(), calls);
}

TEST_F(Uploads, NeedAToken) {
  HttpClient http(gateway_.address());
  http.SendBytes(std::string("PUT ") + kAskedFor + " HTTP/1.1\r\nhost: x\r\ncontent-length: 1000000\r\n\r\n");
  EXPECT_EQ(http.ReadAnswer().status, 413) << "as other large bodies without one";
}

}  // namespace
}  // namespace voronka::testing
