// Every valid request takes effect, once for each request_id. It may come from a newer client, which also says what
// this release does not know; that is dropped.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>
#include <vector>

#include "foundation/process/message_walk.h"
#include "foundation/rpc/requests/field_rules.h"
#include "tests/contract/field_setting.h"
#include "tests/contract/premises.h"
#include "tests/contract/request_paths.h"
#include "tests/contract/valid_request.h"

namespace voronka::testing {
namespace {

using google::protobuf::FieldDescriptor;
using google::protobuf::Message;

struct Accepted {
  std::unique_ptr<Message> request;
  client::Metadata caller;
  Answer answer;
};

// The number that no field of ours will have.
constexpr int kUnknown = 536'870'911;

void AddUnknownFields(Message& request) {
  process::ForEachMessage(request, [](Message& message, const std::string&) {
    message.GetReflection()->MutableUnknownFields(&message)->AddLengthDelimited(kUnknown, "new");
  });
}

// The paths of the messages that hold unknown fields.
std::vector<std::string> UnknownFieldsOf(const Method& method, const std::string& answer) {
  const auto* prototype = google::protobuf::MessageFactory::generated_factory()->GetPrototype(method.output_type());
  const std::unique_ptr<Message> response(prototype->New());
  response->ParseFromString(answer);
  std::vector<std::string> paths;
  process::ForEachMessage(*response, [&](Message& message, const std::string& path) {
    if (!message.GetReflection()->GetUnknownFields(message).empty()) paths.push_back(path);
  });
  return paths;
}

class AcceptedRequest : public ::testing::TestWithParam<const Method*> {
 public:
  static void SetUpTestSuite() { company_ = std::make_unique<Company>(SharedPremises().system); }
  static void TearDownTestSuite() {
    done_.clear();
    company_.reset();
  }

 protected:
  const Method& method() const { return *GetParam(); }

  // Made once, because most requests cannot be repeated with a new id.
  const Accepted& Done() {
    const auto found = done_.find(&method());
    return found != done_.end() ? found->second : done_.emplace(&method(), Do()).first->second;
  }

  Answer Repeat(const Message& request) {
    return SharedPremises().Send(method(), request.SerializeAsString(), Done().caller).get();
  }

 private:
  Accepted Do() {
    // Its own session, because a method may end it.
    const client::Metadata caller = company_->NewCallerOf(method());
    auto request = ValidRequest(method(), *company_);
    AddUnknownFields(*request);
    Answer answer = SharedPremises().Send(method(), request->SerializeAsString(), caller).get();
    return {std::move(request), caller, std::move(answer)};
  }

  // Its own company, so that changes do not affect other tests.
  static inline std::unique_ptr<Company> company_;
  static inline std::map<const Method*, Accepted> done_;
};

// A field whose other value makes it a different request. Null if only secrets would do, because secrets are not
// compared.
const RequestPath* OtherField(const std::vector<RequestPath>& paths) {
  for (const RequestPath& path : paths) {
    const auto type = path.field().cpp_type();
    const bool comparable = type == FieldDescriptor::CPPTYPE_STRING || type == FieldDescriptor::CPPTYPE_INT64;
    const auto& option = path.field().options().GetExtension(options::v1::field);
    if (comparable && !option.secret() && path.field().name() != "request_id") return &path;
  }
  return nullptr;
}

void PutAnother(const RequestPath& path, Message& request) {
  Message& owner = OwnerOf(path, request);
  if (path.field().cpp_type() == FieldDescriptor::CPPTYPE_STRING) {
    PutText(owner, path.field(), "another");
  } else {
    PutNumber(owner, path.field(), 4711);
  }
}

TEST_P(AcceptedRequest, Succeeds) {
  EXPECT_EQ(Done().answer.code(), grpc::StatusCode::OK) << Done().request->ShortDebugString() << "\n"
                                                        << Done().answer.Told();
}

TEST_P(AcceptedRequest, HasTheSameAnswerWhenRepeated) {
  if (method().input_type()->FindFieldByName("request_id") == nullptr) return;
  const Answer again = Repeat(*Done().request);
  EXPECT_EQ(again.code(), Done().answer.code()) << again.Told();
  EXPECT_TRUE(again.bytes() == Done().answer.bytes());
}

TEST_P(AcceptedRequest, IsReadWithoutTheFieldsThatNobodyKnows) {
  EXPECT_THAT(UnknownFieldsOf(method(), Done().answer.bytes()), ::testing::IsEmpty());
}

TEST_P(AcceptedRequest, BlocksItsRequestIdForOtherRequests) {
  const auto paths = SettablePaths(*method().input_type());
  const RequestPath* other = OtherField(paths);
  if (method().input_type()->FindFieldByName("request_id") == nullptr || other == nullptr) return;
  const std::unique_ptr<Message> request(Done().request->New());
  request->CopyFrom(*Done().request);
  PutAnother(*other, *request);
  const Answer answer = Repeat(*request);
  EXPECT_EQ(answer.code(), grpc::StatusCode::INVALID_ARGUMENT) << answer.Told();
  EXPECT_TRUE(answer.Names("request_id", "REQUEST_ID_REUSED")) << answer.Told();
}

INSTANTIATE_TEST_SUITE_P(Methods, AcceptedRequest, ::testing::ValuesIn(EveryMethod()), NameOfTest);

}  // namespace
}  // namespace voronka::testing
