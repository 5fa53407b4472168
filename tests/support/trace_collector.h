#pragma once

#include <atomic>
#include <mutex>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <thread>
#include <vector>

namespace voronka::testing {

// A span as a collector receives it.
struct ReceivedSpan {
  std::string service;
  std::string name;
  std::string trace_id;
  std::string span_id;
  // Empty: none.
  std::string parent_id;
  nlohmann::json json;
};

// A collector of traces on a real port: takes OTLP over HTTP in JSON, one request a connection.
class TraceCollector {
 public:
  TraceCollector();
  ~TraceCollector();
  TraceCollector(const TraceCollector&) = delete;
  TraceCollector& operator=(const TraceCollector&) = delete;

  std::string endpoint() const;
  // Of all further requests.
  void AnswerWith(int status) { status_ = status; }

  std::vector<ReceivedSpan> spans() const;
  // The first of the service with that name, in the trace unless that is empty.
  std::optional<ReceivedSpan> Find(const std::string& service, const std::string& name,
                                   const std::string& trace_id = {}) const;

 private:
  void Serve();
  void Answer(int connection);

  int socket_ = -1;
  int port_ = 0;
  std::atomic<int> status_ = 200;
  mutable std::mutex mutex_;
  std::vector<nlohmann::json> requests_;
  std::thread thread_;
};

}  // namespace voronka::testing
