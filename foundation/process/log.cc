#include "foundation/process/log.h"

#include <fmt/format.h>
#include <spdlog/logger.h>
#include <spdlog/pattern_formatter.h>
#include <spdlog/sinks/basic_file_sink.h>
#include <spdlog/sinks/dist_sink.h>
#include <spdlog/sinks/stdout_sinks.h>

#include <iterator>

#include "foundation/process/span.h"
#include "voronka/config/v1/process.pb.h"

namespace voronka::process {
namespace {

// No message or value can start a new line: both are escaped.
std::string Line(std::string_view message, LogFields fields) {
  std::string line = Quoted(message);
  for (const LogField& field : fields) fmt::format_to(std::back_inserter(line), " {}={}", field.Key(), field.Value());
  if (const Trace* trace = CurrentTrace()) {
    fmt::format_to(std::back_inserter(line), " trace={}", Hex(trace->context.trace_id));
  }
  return line;
}

std::unique_ptr<spdlog::formatter> MakeFormatter() {
  return std::make_unique<spdlog::pattern_formatter>("%Y-%m-%dT%H:%M:%S.%fZ %l %v", spdlog::pattern_time_type::utc);
}

spdlog::level::level_enum ToSpdlog(config::v1::Log::Level level) {
  switch (level) {
    case config::v1::Log::LEVEL_DEBUG:
      return spdlog::level::debug;
    case config::v1::Log::LEVEL_WARNING:
      return spdlog::level::warn;
    case config::v1::Log::LEVEL_ERROR:
      return spdlog::level::err;
    default:
      return spdlog::level::info;
  }
}

}  // namespace

Log::Log(const config::v1::Log& configuration)
    : file_(configuration.file()), logger_(std::make_unique<spdlog::logger>("voronka")) {
  logger_->sinks().push_back(std::make_shared<spdlog::sinks::dist_sink_mt>(std::vector{OpenSink()}));
  logger_->set_formatter(MakeFormatter());
  logger_->set_level(ToSpdlog(configuration.level()));
  // Flush every record, so that a process that is killed has written everything it logged.
  logger_->flush_on(spdlog::level::trace);
}

Log::~Log() = default;

void Log::Debug(std::string_view message, LogFields fields) { Write(spdlog::level::debug, message, fields); }
void Log::Info(std::string_view message, LogFields fields) { Write(spdlog::level::info, message, fields); }
void Log::Warning(std::string_view message, LogFields fields) { Write(spdlog::level::warn, message, fields); }
void Log::Error(std::string_view message, LogFields fields) { Write(spdlog::level::err, message, fields); }

void Log::Write(int level, std::string_view message, LogFields fields) {
  const auto spdlog_level = static_cast<spdlog::level::level_enum>(level);
  if (logger_->should_log(spdlog_level)) logger_->log(spdlog_level, Line(message, fields));
}

void Log::Reopen() try {
  const auto sink = OpenSink();
  sink->set_formatter(MakeFormatter());
  static_cast<spdlog::sinks::dist_sink_mt&>(*logger_->sinks().front()).set_sinks({sink});
} catch (const spdlog::spdlog_ex& error) {
  Error("the log file cannot be reopened", {{"reason", error.what()}});
}

std::shared_ptr<spdlog::sinks::sink> Log::OpenSink() const {
  if (file_.empty()) return std::make_shared<spdlog::sinks::stderr_sink_mt>();
  return std::make_shared<spdlog::sinks::basic_file_sink_mt>(file_);
}

}  // namespace voronka::process
