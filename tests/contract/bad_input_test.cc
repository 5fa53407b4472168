// Every violation of a request is reported by field, and a refused request changes nothing.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <future>
#include <set>
#include <utility>
#include <vector>

#include "foundation/rpc/requests/field_rules.h"
#include "tests/contract/bad_values.h"
#include "tests/contract/field_setting.h"
#include "tests/contract/picture.h"
#include "tests/contract/premises.h"
#include "tests/contract/valid_request.h"

namespace voronka::testing {
namespace {

using google::protobuf::FieldDescriptor;
using google::protobuf::Message;

class BadInput : public ::testing::TestWithParam<const Method*> {
 protected:
  static void SetUpTestSuite() { picture_ = PictureOf(SharedPremises().system); }

  void TearDown() override {
    const Picture before = std::exchange(picture_, PictureAfterCall(premises_.system, picture_));
    EXPECT_THAT(ChangedTables(before, picture_), ::testing::IsEmpty()) << "a refused request left something";
  }

  const Method& method() const { return *GetParam(); }
  std::vector<RequestPath> paths() const { return SettablePaths(*method().input_type()); }
  std::unique_ptr<Message> ValidRequest() const { return testing::ValidRequest(method(), premises_.ours); }

  std::future<Answer> Send(const std::string& bytes) {
    return premises_.Send(method(), bytes, premises_.ours.CallerOf(method()));
  }

 private:
  Premises& premises_ = SharedPremises();
  // As the previous test left it.
  static inline Picture picture_;
};

// Values that cause one violation each, so that the violations of all fields fit into one answer.
const std::set<std::string> kSpoilsAlone = {"FORBIDDEN_CHARACTER", "OUT_OF_RANGE", "UNKNOWN_VALUE"};

struct Attempt {
  std::string what;
  std::string path;
  std::string reason;
  std::future<Answer> answer;
};

void ExpectRefused(Attempt& attempt) {
  const Answer answer = attempt.answer.get();
  EXPECT_EQ(answer.code(), grpc::StatusCode::INVALID_ARGUMENT)
      << attempt.path << " " << attempt.what << ": " << answer.Told();
  EXPECT_TRUE(answer.Names(attempt.path, attempt.reason))
      << attempt.path << " " << attempt.what << " " << attempt.reason << ": " << answer.Told();
}

TEST_P(BadInput, IsReportedByFieldPath) {
  std::vector<Attempt> attempts;
  for (const RequestPath& path : paths()) {
    for (const BadValue& bad : BadValuesFor(path)) {
      const auto request = ValidRequest();
      bad.put(OwnerOf(path, *request));
      attempts.push_back({bad.name, path.text() + bad.item, bad.reason, Send(request->SerializeAsString())});
    }
  }
  for (Attempt& attempt : attempts) ExpectRefused(attempt);
}

TEST_P(BadInput, IsReportedAllAtOnce) {
  const auto request = ValidRequest();
  std::set<std::string> spoilt;
  for (const RequestPath& path : paths()) {
    if (path.field().cpp_type() == FieldDescriptor::CPPTYPE_MESSAGE || path.IsAlternative()) continue;
    for (const BadValue& bad : BadValuesFor(path)) {
      if (!kSpoilsAlone.contains(bad.reason)) continue;
      bad.put(OwnerOf(path, *request));
      spoilt.insert(path.text() + bad.item);
      break;
    }
  }
  if (spoilt.empty()) return;
  const Answer answer = Send(request->SerializeAsString()).get();
  const auto unnamed = std::ranges::count_if(spoilt, [&](const std::string& path) { return !answer.Names(path); });
  EXPECT_EQ(unnamed, answer.hidden()) << answer.Told();
}

TEST_P(BadInput, IncludesEveryMissingFieldOfAnEmptyRequest) {
  std::vector<std::string> required;
  for (const RequestPath& path : paths()) {
    if (path.fields.size() == 1 && rpc::FieldRules::Of(path.field()).required) required.push_back(path.text());
  }
  // The others, such as Logout, do something even when the request is empty.
  if (required.empty()) return;
  const Answer answer = Send("").get();
  EXPECT_EQ(answer.code(), grpc::StatusCode::INVALID_ARGUMENT) << answer.Told();
  for (const std::string& path : required) EXPECT_TRUE(answer.Names(path, "REQUIRED")) << path << ": " << answer.Told();
}

TEST_P(BadInput, IncludesTextThatIsNotUtf8) {
  const std::string marker = "@@@@";
  for (const RequestPath& path : paths()) {
    if (path.field().type() != FieldDescriptor::TYPE_STRING) continue;
    for (const std::string not_utf8 : {"\xff\xfe\xff\xfe", "a\xed\xa0\x80", "aa\xc0\xaf", "aaa\xd0"}) {
      const auto request = ValidRequest();
      PutText(OwnerOf(path, *request), path.field(), marker);
      std::string bytes = request->SerializeAsString();
      bytes.replace(bytes.find(marker), marker.size(), not_utf8);
      const Answer answer = Send(bytes).get();
      EXPECT_EQ(answer.code(), grpc::StatusCode::INVALID_ARGUMENT) << path.text() << ": " << answer.Told();
    }
  }
}

TEST_P(BadInput, IncludesBytesThatAreNotAMessage) {
  const std::string valid = ValidRequest()->SerializeAsString();
  for (const std::string& bytes : {std::string("\xff\xff\xff\xff"), valid + "\x0a\x7f", valid + "\x0c"}) {
    const Answer answer = Send(bytes).get();
    EXPECT_EQ(answer.code(), grpc::StatusCode::INVALID_ARGUMENT) << answer.Told();
    EXPECT_EQ(answer.reason(), "UNPARSABLE") << answer.Told();
  }
}

INSTANTIATE_TEST_SUITE_P(Methods, BadInput, ::testing::ValuesIn(EveryMethod()), NameOfTest);

}  // namespace
}  // namespace voronka::testing
