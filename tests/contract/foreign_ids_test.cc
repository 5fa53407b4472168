// Another account's resources do not exist for us, in any method.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "tests/contract/field_setting.h"
#include "tests/contract/picture.h"
#include "tests/contract/premises.h"
#include "tests/contract/request_paths.h"
#include "tests/contract/valid_request.h"
#include "voronka/crm/v1/condition.pb.h"

namespace voronka::testing {
namespace {

using google::protobuf::FieldDescriptor;
using google::protobuf::Message;

bool NamesAResource(const RequestPath& path) {
  const auto format = path.field().options().GetExtension(options::v1::field).format();
  return format == options::v1::FORMAT_ID || format == options::v1::FORMAT_KEY_OR_ID;
}

// An update does not check fields that it does not change.
bool IsLeftAlone(const RequestPath& path) {
  return path.IsPartOfUpdate() && path.field().options().GetExtension(options::v1::field).immutable();
}

// A condition may compare with any value.
bool IsComparedWith(const RequestPath& path) {
  return std::ranges::any_of(path.fields, [](const google::protobuf::FieldDescriptor* field) {
    return field->containing_type() == crm::v1::Comparison::descriptor();
  });
}

void PutForeignId(const Method& method, const RequestPath& path, Message& request) {
  const int64_t id = SharedPremises().theirs.IdFor(method, path.field().name());
  Message& owner = OwnerOf(path, request);
  if (path.field().cpp_type() == FieldDescriptor::CPPTYPE_STRING) {
    PutText(owner, path.field(), std::to_string(id));
  } else if (id != 0) {
    PutNumber(owner, path.field(), id);
  }
}

// Where the violation is. A value of one kind or another is refused as a whole.
std::string PlaceOf(const RequestPath& path) {
  const auto text = path.text();
  if (path.field().real_containing_oneof() != nullptr) return text.substr(0, text.rfind('.'));
  return path.field().is_repeated() ? text + "[0]" : text;
}

class ForeignIds : public ::testing::TestWithParam<const Method*> {
 public:
  static void SetUpTestSuite() { picture_ = PictureOf(SharedPremises().system); }

 protected:
  void TearDown() override {
    const Picture before = std::exchange(picture_, PictureAfterCall(SharedPremises().system, picture_));
    EXPECT_THAT(ChangedTables(before, picture_), ::testing::IsEmpty());
  }

  const Method& method() const { return *GetParam(); }

  std::vector<RequestPath> PathsToResources() const {
    std::vector<RequestPath> paths = SettablePaths(*method().input_type());
    std::erase_if(paths, [](const RequestPath& path) {
      return !NamesAResource(path) || IsLeftAlone(path) || IsComparedWith(path);
    });
    return paths;
  }

  Answer AskAsOurs(const Message& request) const {
    Premises& premises = SharedPremises();
    return premises.Send(method(), request.SerializeAsString(), premises.ours.CallerOf(method())).get();
  }

  // A filter by an unknown id finds nothing.
  bool FoundNothing(const Answer& answer) const {
    return !Writes(method()) && answer.code() == grpc::StatusCode::OK && answer.bytes().empty();
  }

 private:
  static inline Picture picture_;
};

TEST_P(ForeignIds, DoNotExist) {
  for (const RequestPath& path : PathsToResources()) {
    const auto request = ValidRequest(method(), SharedPremises().ours);
    PutForeignId(method(), path, *request);
    const Answer answer = AskAsOurs(*request);
    const bool not_found = answer.code() == grpc::StatusCode::NOT_FOUND;
    const bool named = answer.code() == grpc::StatusCode::INVALID_ARGUMENT && answer.Names(PlaceOf(path));
    EXPECT_TRUE(not_found || named || FoundNothing(answer)) << path.text() << ": " << answer.Told();
  }
}

TEST_P(ForeignIds, AllDoNotExistAtOnce) {
  const auto paths = PathsToResources();
  if (paths.empty()) return;
  const auto request = ValidRequest(method(), SharedPremises().ours);
  for (const RequestPath& path : paths) PutForeignId(method(), path, *request);
  const Answer answer = AskAsOurs(*request);
  const bool refused =
      answer.code() == grpc::StatusCode::NOT_FOUND || answer.code() == grpc::StatusCode::INVALID_ARGUMENT;
  EXPECT_TRUE(refused || FoundNothing(answer)) << answer.Told();
}

bool ActsInAnAccount(const Method& method) {
  return IsUnary(method) && !AccessOf(method).public_() && !AccessOf(method).accountless();
}

INSTANTIATE_TEST_SUITE_P(Methods, ForeignIds, ::testing::ValuesIn(EveryMethodThat(ActsInAnAccount)), NameOfTest);

}  // namespace
}  // namespace voronka::testing
