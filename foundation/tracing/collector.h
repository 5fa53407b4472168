#pragma once

#include <memory>
#include <string>

namespace voronka::tracing {

// Where spans are sent. Use from one thread.
class Collector {
 public:
  // `endpoint` is a URL.
  explicit Collector(std::string endpoint);
  ~Collector();
  Collector(const Collector&) = delete;
  Collector& operator=(const Collector&) = delete;

  // Returns why the collector has not taken the body within three seconds; empty: it has.
  std::string Post(const std::string& json);

 private:
  struct Connection;

  const std::string endpoint_;
  const std::unique_ptr<Connection> connection_;
};

}  // namespace voronka::tracing
