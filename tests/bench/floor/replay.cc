#include "tests/bench/floor/replay.h"

#include <cppconn/driver.h>
#include <cppconn/exception.h>
#include <cppconn/resultset.h>

#include <algorithm>

#include "foundation/storage/connector/connect_options.h"
#include "foundation/storage/connector/session_settings.h"

namespace voronka::bench {
namespace {

constexpr int kDeadlock = 1213;

// With the same settings as the services' own connections.
std::unique_ptr<sql::Connection> Connect(const config::v1::Database& database) {
  static sql::Driver* const driver = get_driver_instance();
  auto options = storage::ConnectOptions(database, storage::StatementLimit::kRequest);
  std::unique_ptr<sql::Connection> connection(driver->connect(options));
  storage::ApplySessionSettings(*connection, storage::StatementLimit::kRequest);
  return connection;
}

int CountFreshIds(const Course& course) {
  int count = 0;
  for (const auto& step : course.steps()) {
    for (const auto& parameter : step.parameters()) {
      if (parameter.has_fresh_id()) count = std::max(count, parameter.fresh_id() + 1);
    }
  }
  return count;
}

std::string StageOf(const google::protobuf::Message& request) {
  const Scalar stage = RequestField(request, "stage");
  const auto* text = std::get_if<std::string>(&stage);
  return text == nullptr ? "" : *text;
}

}  // namespace

Replay::Replay(const Floor& floor, FreshIds& fresh_ids)
    : fresh_ids_(fresh_ids), connection_(Connect(floor.database())), unprepared_(connection_->createStatement()) {
  for (const auto& script : floor.scripts()) {
    for (const auto& course : script.courses()) {
      courses_.emplace(std::pair(script.method(), course.stage()), Prepare(course));
    }
  }
}

Replay::PreparedCourse Replay::Prepare(const Course& course) {
  PreparedCourse prepared{course, CountFreshIds(course), {}};
  for (const auto& step : course.steps()) {
    prepared.statements.push_back(step.prepared() ? std::make_unique<BareStatement>(*connection_, step) : nullptr);
  }
  return prepared;
}

Replay::PreparedCourse& Replay::CourseFor(const std::string& method, const google::protobuf::Message& request) {
  return courses_.at({method, StageOf(request)});
}

const std::string& Replay::Run(const std::string& method, const google::protobuf::Message& request,
                               int64_t account_id) {
  PreparedCourse& course = CourseFor(method, request);
  Invocation invocation{request, account_id};
  for (int i = 0; i < course.fresh_ids; ++i) invocation.fresh_ids.push_back(fresh_ids_.Next());
  for (;;) {
    try {
      RunOnce(course, invocation);
      return course.course.answer();
    } catch (const sql::SQLException& error) {
      if (error.getErrorCode() != kDeadlock) throw;
    }
  }
}

void Replay::RunOnce(PreparedCourse& course, Invocation invocation) {
  for (size_t i = 0; i < course.statements.size(); ++i) {
    if (course.statements[i]) {
      course.statements[i]->Execute(invocation);
    } else {
      const bool has_rows = unprepared_->execute(course.course.steps(static_cast<int>(i)).sql());
      // A result that is not taken would stand in the way of the next statement.
      if (has_rows) std::unique_ptr<sql::ResultSet>(unprepared_->getResultSet());
    }
  }
}

}  // namespace voronka::bench
