#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "foundation/process/log_field.h"

namespace spdlog {
class logger;
namespace sinks {
class sink;
}
}  // namespace spdlog

namespace voronka::config::v1 {
class Log;
}

namespace voronka::process {

// Writes one line per record, whatever it contains:
//   2026-03-01T09:00:00.123456Z info "deal moved" account=7 request_id="a \"quoted\" one"
// If the thread works for a trace, the line ends with ` trace=` and the trace's id.
// Safe to use from every thread.
class Log {
 public:
  // Writes to the configured file, or to standard error.
  explicit Log(const config::v1::Log& configuration);
  ~Log();
  Log(const Log&) = delete;
  Log& operator=(const Log&) = delete;

  void Debug(std::string_view message, LogFields fields = {});
  void Info(std::string_view message, LogFields fields = {});
  void Warning(std::string_view message, LogFields fields = {});
  void Error(std::string_view message, LogFields fields = {});

  // Reopens the file after something else has moved it away. If that fails, keeps the old one and says so.
  void Reopen();

 private:
  void Write(int level, std::string_view message, LogFields fields);
  std::shared_ptr<spdlog::sinks::sink> OpenSink() const;

  const std::string file_;
  const std::unique_ptr<spdlog::logger> logger_;
};

}  // namespace voronka::process
