#pragma once

#include <cppconn/connection.h>
#include <cppconn/statement.h>

#include <map>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "tests/bench/floor/bare_statement.h"
#include "tests/bench/floor/fresh_ids.h"
#include "tests/bench/floor/invocation.h"
#include "tests/bench/floor/script.pb.h"

namespace voronka::bench {

// A database connection that does what the scripts say. For one thread.
class Replay {
 public:
  // Both must outlive it.
  Replay(const Floor& floor, FreshIds& fresh_ids);

  // Returns the answer. After a deadlock the script is rerun, as in the service. Throws sql::SQLException, and
  // std::runtime_error if the data is not what the script expects.
  const std::string& Run(const std::string& method, const google::protobuf::Message& request, int64_t account_id);

 private:
  struct PreparedCourse {
    const Course& course;
    int fresh_ids;
    // Null for statements that are sent as text.
    std::vector<std::unique_ptr<BareStatement>> statements;
  };

  PreparedCourse Prepare(const Course& course);
  PreparedCourse& CourseFor(const std::string& method, const google::protobuf::Message& request);
  void RunOnce(PreparedCourse& course, Invocation invocation);

  FreshIds& fresh_ids_;
  const std::unique_ptr<sql::Connection> connection_;
  const std::unique_ptr<sql::Statement> unprepared_;
  // By method and stage.
  std::map<std::pair<std::string, std::string>, PreparedCourse> courses_;
};

}  // namespace voronka::bench
