#include "foundation/process/metrics.h"

#include <arpa/inet.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>

namespace voronka::process {
namespace {

using testing::HasSubstr;

std::string Fetch(int port, std::string_view path) {
  const int connection = socket(AF_INET, SOCK_STREAM, 0);
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_port = htons(static_cast<uint16_t>(port));
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  EXPECT_EQ(connect(connection, reinterpret_cast<const sockaddr*>(&address), sizeof(address)), 0);
  const std::string request = "GET " + std::string(path) + " HTTP/1.0\r\n\r\n";
  EXPECT_EQ(write(connection, request.data(), request.size()), static_cast<ssize_t>(request.size()));
  std::string answer;
  std::array<char, 4096> part;
  for (ssize_t size; (size = read(connection, part.data(), part.size())) > 0;) {
    answer.append(part.data(), static_cast<size_t>(size));
  }
  close(connection);
  return answer;
}

TEST(Metrics, CountCallsByMethodAndCode) {
  Metrics metrics;
  metrics.CountCall("MoveDeal", "OK", 0.002);
  metrics.CountCall("MoveDeal", "OK", 0.02);
  metrics.CountCall("MoveDeal", "ABORTED", 0.02);
  EXPECT_THAT(metrics.Page(), HasSubstr("voronka_calls_total{code=\"OK\",method=\"MoveDeal\"} 2"));
  EXPECT_THAT(metrics.Page(), HasSubstr("voronka_calls_total{code=\"ABORTED\",method=\"MoveDeal\"} 1"));
}

TEST(Metrics, CountBugsInASeriesThatIsThereFromTheStart) {
  Metrics metrics;
  EXPECT_THAT(metrics.Page(), HasSubstr("voronka_internal_errors_total 0"));
  metrics.CountCall("MoveDeal", "INTERNAL", 0.002);
  metrics.CountStream("WatchChanges", "INTERNAL");
  metrics.CountCall("MoveDeal", "ABORTED", 0.002);
  EXPECT_THAT(metrics.Page(), HasSubstr("voronka_internal_errors_total 2"));
}

TEST(Metrics, MeasureCallsByMethod) {
  Metrics metrics;
  metrics.CountCall("MoveDeal", "OK", 0.002);
  metrics.CountCall("MoveDeal", "ABORTED", 0.02);
  EXPECT_THAT(metrics.Page(), HasSubstr("voronka_call_seconds_count{method=\"MoveDeal\"} 2"));
  EXPECT_THAT(metrics.Page(), HasSubstr("voronka_call_seconds_bucket{method=\"MoveDeal\",le=\"0.0025\"} 1"));
}

TEST(Metrics, ReturnTheSameMetricForTheSameNameAndLabels) {
  Metrics metrics;
  EXPECT_EQ(&metrics.Counter("offers_total", "Offers", {{"queue", "1"}}),
            &metrics.Counter("offers_total", "Offers", {{"queue", "1"}}));
  EXPECT_NE(&metrics.Counter("offers_total", "Offers", {{"queue", "1"}}),
            &metrics.Counter("offers_total", "Offers", {{"queue", "2"}}));
  EXPECT_EQ(&metrics.Histogram("late_seconds", "Lateness"), &metrics.Histogram("late_seconds", "Lateness"));
}

TEST(Metrics, ShowTheLastValueOfAGauge) {
  Metrics metrics;
  metrics.Gauge("streams", "Open streams").Set(5);
  metrics.Gauge("streams", "Open streams").Decrement();
  EXPECT_THAT(metrics.Page(), HasSubstr("voronka_streams 4"));
}

TEST(Metrics, ServeAPage) {
  Metrics metrics("127.0.0.1:0");
  metrics.Gauge("streams", "Open streams").Set(4);
  EXPECT_THAT(Fetch(metrics.Port(), "/metrics"), HasSubstr("voronka_streams 4"));
}

TEST(Metrics, NameAnAddressAlreadyInUse) {
  const Metrics first("127.0.0.1:0");
  const std::string taken = "127.0.0.1:" + std::to_string(first.Port());
  EXPECT_THAT([&] { Metrics second(taken); }, testing::ThrowsMessage<std::runtime_error>(HasSubstr(taken)));
}

}  // namespace
}  // namespace voronka::process
