#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <memory>
#include <random>
#include <vector>

#include "tests/gateway/served/stand.h"
#include "tests/support/memory.h"

namespace voronka::testing {
namespace {

using namespace std::chrono_literals;

constexpr int64_t kMostGrown = 64 << 20;
// The kernel's memory for a connection is not counted.
constexpr int64_t kBytesOfAHalfOpen = 32 << 10;
constexpr int kMalformed = 10'000;
constexpr int kHalfOpen = 1'000;

// A call with some of its bytes changed, removed or duplicated.
std::string Spoilt(std::mt19937& random) {
  std::string bytes =
      "POST /voronka.crm.v1.DealService/GetDeal HTTP/1.1\r\nhost: x\r\ncontent-type: application/grpc-web-text\r\n"
      "x-forwarded-for: 203.0.113.7\r\ncookie: voronka_refresh=1.x\r\ncontent-length: 12\r\n\r\nAAAAAAIIBwAA";
  for (int i = 0; i < 3; ++i) {
    const size_t at = random() % bytes.size();
    switch (random() % 3) {
      case 0:
        bytes[at] = static_cast<char>(random());
        break;
      case 1:
        bytes.erase(at, random() % 16);
        break;
      default:
        bytes.insert(at, bytes.substr(at, random() % 16));
    }
  }
  return bytes;
}

class MalformedFlood : public Stand {
 protected:
  int64_t Memory() { return ResidentBytes(gateway_.process().pid()); }

  void ExpectServes() { EXPECT_EQ(Post(kGetDeal, "", {}, "application/proto").status, 200); }
};

TEST_F(MalformedFlood, LeavesMemoryBoundedAndTheNextRequestServed) {
  std::mt19937 random(1);
  ExpectServes();
  const int64_t before = Memory();

  for (int i = 0; i < kMalformed; ++i) {
    HttpClient http(gateway_.address());
    http.SendBytes(Spoilt(random));
  }

  ExpectServes();
  EXPECT_LE(Memory() - before, kMostGrown);
}

TEST_F(MalformedFlood, OfHalfOpenConnectionsDoesSoToo) {
  ExpectServes();
  const int64_t before = Memory();
  std::vector<std::unique_ptr<HttpClient>> half_open;
  for (int i = 0; i < kHalfOpen; ++i) {
    half_open.push_back(std::make_unique<HttpClient>(gateway_.address()));
    half_open.back()->SendBytes("POST /session/login HTTP/1.1\r\nhost: x\r\ncontent-le");
  }

  ExpectServes();
  EXPECT_LE(Memory() - before, kHalfOpen * kBytesOfAHalfOpen);
  EXPECT_TRUE(half_open.back()->IsClosedWithin(30s));
}

}  // namespace
}  // namespace voronka::testing
