#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <chrono>

#include "tests/gateway/served/stand.h"

namespace voronka::testing {
namespace {

using namespace std::chrono_literals;

constexpr size_t kLargestBody = 4 << 20;
constexpr size_t kSmallBody = 64 << 10;
// As far as the gateway can tell.
const HttpHeaders kToken = {{"authorization", "Bearer e30.e30.c2lnbmF0dXJl"}};

// Violations of HTTP itself are answered by a status, and end the connection.
class HttpMistakes : public Stand {
 protected:
  int StatusOf(const std::string& bytes) {
    HttpClient http(gateway_.address());
    http.SendBytes(bytes);
    const int status = http.ReadAnswer().status;
    EXPECT_TRUE(http.IsClosedWithin(30s)) << status;
    return status;
  }
};

TEST_F(HttpMistakes, AreBadRequests) {
  for (const std::string bytes :
       {"nonsense\r\n\r\n", "GET / HTTP/9.9\r\n\r\n", "GET  / HTTP/1.1\r\n\r\n", "G\x01T / HTTP/1.1\r\n\r\n",
        "POST / HTTP/1.1\r\ncontent-length: x\r\n\r\n", "POST / HTTP/1.1\r\ncontent-length: -1\r\n\r\n",
        "POST / HTTP/1.1\r\ncontent-length: 1\r\ncontent-length: 2\r\n\r\n", "GET / HTTP/1.1\r\nno colon\r\n\r\n",
        "GET / HTTP/1.1\r\nname : value\r\n\r\n", "POST / HTTP/1.1\r\ntransfer-encoding: chunked\r\n\r\nx\r\n\r\n"}) {
    EXPECT_EQ(StatusOf(bytes), 400) << bytes;
  }
}

TEST_F(HttpMistakes, IncludeConflictingLengths) {
  EXPECT_EQ(StatusOf("POST / HTTP/1.1\r\ncontent-length: 3\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\n"), 400);
}

TEST_F(HttpMistakes, IncludeOversizedHeaders) {
  EXPECT_EQ(StatusOf("GET / HTTP/1.1\r\nx: " + std::string(20 << 10, 'x') + "\r\n\r\n"), 431);
}

TEST_F(HttpMistakes, IncludeOversizedBodies) {
  const std::string head = "POST /session/login HTTP/1.1\r\nhost: x\r\ncontent-length: ";
  EXPECT_EQ(StatusOf(head + std::to_string(kSmallBody + 1) + "\r\n\r\n"), 413);
  EXPECT_EQ(StatusOf(head + std::to_string(kLargestBody + 1) + "\r\n\r\n"), 413);
  EXPECT_EQ(StatusOf(head + "99999999999999999999999\r\n\r\n"), 400);
}

// The body is not waited for.
TEST_F(HttpMistakes, IncludeLargeBodiesOfCallersWithoutAToken) {
  const std::string length = "host: x\r\ncontent-length: " + std::to_string(kSmallBody + 1) + "\r\n";
  const std::string call = std::string("POST ") + kGetDeal + " HTTP/1.1\r\n" + length;
  EXPECT_EQ(StatusOf(call + "\r\n"), 413);
  EXPECT_EQ(StatusOf(call + "authorization: Bearer nonsense\r\n\r\n"), 413);
  EXPECT_EQ(StatusOf(call + "expect: 100-continue\r\n\r\n"), 413);
  const std::string login = "POST /voronka.crm.v1.SessionService/Login HTTP/1.1\r\n" + length;
  EXPECT_EQ(StatusOf(login + "authorization: Bearer e30.e30.c2lnbmF0dXJl\r\n\r\n"), 413);
}

TEST_F(HttpMistakes, IncludeLargeBodiesInPieces) {
  const std::string piece = "8000\r\n" + std::string(0x8000, ' ') + "\r\n";
  EXPECT_EQ(
      StatusOf("POST /session/login HTTP/1.1\r\nhost: x\r\ntransfer-encoding: chunked\r\n\r\n" + piece + piece + piece),
      413);
}

TEST_F(HttpMistakes, ExcludeRequestsUpToTheLimits) {
  EXPECT_EQ(Post(kGetDeal, std::string(kLargestBody, '\0'), kToken, "application/proto").status, 200);
  EXPECT_EQ(Post(kGetDeal, std::string(kSmallBody, '\0'), {}, "application/proto").status, 200);
  EXPECT_EQ(Post(kGetDeal, "", {{"sec-long", std::string(14 << 10, 'x')}}, "application/proto").status, 200);
}

TEST_F(HttpMistakes, IncludeHeadersThatNeverArrive) {
  const auto began = std::chrono::steady_clock::now();

  EXPECT_EQ(StatusOf("GET / HTTP/1.1\r\nhost: x\r\n"), 408);

  EXPECT_LT(std::chrono::steady_clock::now() - began, 30s);
}

TEST_F(HttpMistakes, AreNotReportedToASilentClient) {
  http_.SendBytes("");
  EXPECT_TRUE(http_.IsClosedWithin(30s));
}

TEST_F(HttpMistakes, DoNotAffectTheNextConnection) {
  StatusOf("nonsense\r\n\r\n");
  EXPECT_EQ(Post(kGetDeal, "", {}, "application/proto").status, 200);
}

}  // namespace
}  // namespace voronka::testing
