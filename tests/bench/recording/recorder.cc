#include "tests/bench/recording/recorder.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <stdexcept>
#include <utility>

#include "tests/bench/floor/invocation.h"
#include "tests/bench/load/single_call.h"
#include "tests/bench/recording/known_values.h"

namespace voronka::bench {
namespace {

constexpr int kCalls = 12;

using Texts = std::vector<std::string>;

Texts TextsOf(const Course& course) {
  Texts texts;
  for (const auto& step : course.steps()) texts.push_back(step.sql());
  return texts;
}

Texts TextsOf(const std::vector<Statement>& statements) {
  Texts texts;
  for (const auto& statement : statements) texts.push_back(statement.sql);
  return texts;
}

// The first call that a worker serves opens its connection, which is not part of any call.
bool IsOfOpening(const Statement& statement) {
  constexpr std::array kBeginnings = {"SET ", "SHOW SESSION VARIABLES", "SELECT @@", "SELECT SLEEP("};
  return std::ranges::any_of(kBeginnings, [&](const char* text) { return statement.sql.starts_with(text); });
}

Step StepOf(const Statement& statement, KnownValues& known) {
  Step step;
  step.set_sql(statement.sql);
  step.set_prepared(statement.prepared);
  for (const auto& value : statement.parameters) *step.add_parameters() = known.SourceOf(value);
  return step;
}

// Whichever step reads them.
void ReadNeededColumns(Course& course) {
  std::set<std::string> needed;
  for (const auto& step : course.steps()) {
    for (const auto& parameter : step.parameters()) {
      if (parameter.has_column()) needed.insert(parameter.column().name());
    }
  }
  for (auto& step : *course.mutable_steps()) step.mutable_read_columns()->Assign(needed.begin(), needed.end());
}

std::string StageOf(const google::protobuf::Message& request) {
  const Scalar stage = RequestField(request, "stage");
  return std::holds_alternative<std::string>(stage) ? std::get<std::string>(stage) : "";
}

}  // namespace

std::vector<Statement> Recorder::Statements(const std::string& address, const SampleCall& call, std::string& answer) {
  auto statements = log_.During(
      [&] {
        answer = CallOnce(address, call.method, {call.metadata, call.request->SerializeAsString()});
      },
      call.account_id);
  std::erase_if(statements, IsOfOpening);
  return statements;
}

Course Recorder::RecordOne(const SampleCall& call) {
  KnownValues known(call.account_id, *call.request);
  if (call.row) known.AddColumns(*call.row);
  Course course;
  for (const auto& statement : Statements(address_, call, *course.mutable_answer())) {
    *course.add_steps() = StepOf(statement, known);
  }
  course.set_stage(StageOf(*call.request));
  ReadNeededColumns(course);
  return course;
}

Course Recorder::Record(const std::function<SampleCall()>& make_call) {
  std::map<Texts, int> seen;
  std::map<Texts, Course> courses;
  for (int i = 0; i < kCalls; ++i) {
    Course recorded = RecordOne(make_call());
    const Texts texts = WithoutAsking(TextsOf(recorded));
    ++seen[texts];
    // The floor then always pays for asking.
    auto& course = courses[texts];
    if (recorded.steps_size() > course.steps_size()) course = std::move(recorded);
  }
  const auto usual = std::ranges::max_element(seen, {}, [](const auto& texts) { return texts.second; });
  return courses.at(usual->first);
}

void Recorder::CheckSends(const std::string& address, const SampleCall& call, const Course& course) {
  std::string answer;
  const auto sent = TextsOf(Statements(address, call, answer));
  if (WithoutAsking(sent) == WithoutAsking(TextsOf(course))) return;
  throw std::runtime_error(fmt::format("{}: the service sends\n{}\nthe floor sends\n{}", call.method,
                                       fmt::join(TextsOf(course), "\n"), fmt::join(sent, "\n")));
}

}  // namespace voronka::bench
