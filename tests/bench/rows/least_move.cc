#include "tests/bench/rows/least_move.h"

#include "tests/bench/data/data_set.h"
#include "voronka/crm/v1/deal.pb.h"

namespace voronka::bench {
namespace {

constexpr size_t kEventBytes = 300;

Step Text(const std::string& sql) {
  Step step;
  step.set_sql(sql);
  return step;
}

Step Prepared(const std::string& sql, const std::vector<Parameter>& parameters) {
  Step step = Text(sql);
  step.set_prepared(true);
  step.mutable_parameters()->Assign(parameters.begin(), parameters.end());
  return step;
}

Parameter Account() {
  Parameter parameter;
  parameter.set_account_id(true);
  return parameter;
}

Parameter Field(const std::string& name) {
  Parameter parameter;
  parameter.set_request_field(name);
  return parameter;
}

Parameter Now() {
  Parameter parameter;
  parameter.set_now(true);
  return parameter;
}

Parameter FreshId() {
  Parameter parameter;
  parameter.set_fresh_id(0);
  return parameter;
}

Parameter Event() {
  Parameter parameter;
  parameter.set_blob(std::string(kEventBytes, '\0'));
  return parameter;
}

Course MoveTo(const std::string& stage, const std::string& answer) {
  Course course;
  course.set_stage(stage);
  *course.add_steps() = Text("START TRANSACTION");
  *course.add_steps() = Prepared("SELECT stage, epoch, etag FROM deals WHERE account_id = ? AND id = ? FOR UPDATE",
                                 {Account(), Field("deal_id")});
  *course.add_steps() = Prepared(
      "UPDATE deals SET stage = ?, epoch = epoch + 1, etag = etag + 1, update_time = ? "
      "WHERE account_id = ? AND id = ?",
      {Field("stage"), Now(), Account(), Field("deal_id")});
  *course.add_steps() = Prepared("INSERT INTO floor_history (account_id, deal_id, id, stage) VALUES (?, ?, ?, ?)",
                                 {Account(), Field("deal_id"), FreshId(), Field("stage")});
  *course.add_steps() = Prepared("INSERT INTO floor_events (id, payload) VALUES (?, ?)", {FreshId(), Event()});
  *course.add_steps() = Text("COMMIT");
  course.set_answer(answer);
  return course;
}

crm::v1::Deal SomeDeal(storage::Connection& db) {
  return db
      .SelectOne<crm::v1::Deal>("SELECT {columns} FROM deals WHERE account_id = ? AND id = ?",
                                kOneAccount.first_account, kFirstDeal)
      .value();
}

}  // namespace

Script LeastMove(const std::string& method, storage::Connection& db) {
  db.ExecuteUnprepared(
      "CREATE TABLE IF NOT EXISTS floor_history (account_id BIGINT NOT NULL, deal_id BIGINT NOT NULL, "
      "id BIGINT NOT NULL, stage VARCHAR(40) NOT NULL, PRIMARY KEY (account_id, deal_id, id))");
  db.ExecuteUnprepared(
      "CREATE TABLE IF NOT EXISTS floor_events (id BIGINT NOT NULL, payload BLOB NOT NULL, PRIMARY KEY (id))");
  Script script;
  script.set_method(method);
  const std::string answer = SomeDeal(db).SerializeAsString();
  for (const char* stage : {kStages[0], kStages[1]}) *script.add_courses() = MoveTo(stage, answer);
  return script;
}

}  // namespace voronka::bench
